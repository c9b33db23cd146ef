import { foldCaseNumber } from '../model/case-number.ts'
import { aboutOf, basisOf, type Explanation, type SinceEarlier, saysNothing } from '../model/explanation.ts'
import type { Explained, Finding } from '../model/finding.ts'
import type { LogFault, Place } from '../model/log-fault.ts'

/** The one error that has lawful reasons: cases were joined, or one was entered by mistake. */
const explainableErrors: ReadonlySet<string> = new Set(['case-vanished'])

const own: ReadonlySet<string> = new Set(['explanation-empty', 'explanation-unused'])

/** Spaces, line ends and controls, or the signs that stand for them, do not survive every spreadsheet. */
function folded(text: string): string {
  return text.replace(/[\p{Cc}\s\u200b\u2400-\u2426\ufeff\ufffd]+/gu, '')
}

function keyOf(rule: string, about: string, basis: string): string {
  return `${rule}\n${foldCaseNumber(about)}\n${folded(basis)}`
}

/** What is said of the explanations themselves. */
type Said = readonly [LogFault, Place]

export interface Judged {
  /** With what was written to it. */
  readonly finding: Finding
  /** An explained one is shown apart, and makes no run fail. */
  readonly explained?: Explained
}

/** What of the run decides whether an explanation that fitted nothing is one too many. */
export interface RunScope {
  /** Whether the log, as the list names it, was read whole. */
  readonly isRead: (log: string) => boolean
  /** Whether the rule could have spoken in this run. */
  readonly hasRun: (rule: string) => boolean
}

export interface Explaining {
  /** Each finding once, in the order of the run. */
  readonly judge: (finding: Finding) => Judged
  /** The same of a finding that stands in the list; undefined, and nothing counted, where it does not. */
  readonly recall: (finding: Finding) => Judged | undefined
  readonly end: (scope: RunScope) => readonly Said[]
  /** undefined: no list was given. */
  readonly since: () => SinceEarlier | undefined
}

function placeOf({ place: { path, sheet, line, row }, index }: Explanation): Place {
  const layout = { path, index: {}, heading: {}, ...(sheet !== undefined && { sheet }) }
  return { layout, line, row, index }
}

const noList: Explaining = {
  judge: (finding) => ({ finding }),
  recall: () => undefined,
  end: () => [],
  since: () => undefined,
}

/** Rows of the lists by what they are about, each for one finding: a reason silences as many as it had rows. */
function rowsByKey(rows: readonly Explanation[]): Map<string, Explanation[]> {
  const byKey = new Map<string, Explanation[]>()
  for (const row of rows) {
    const key = keyOf(row.rule, row.about, row.basis)
    const known = byKey.get(key)
    if (known) known.push(row)
    else byKey.set(key, [row])
  }
  // Of several lists the one with the reason counts.
  for (const same of byKey.values())
    same.sort((one, other) => Number(one.reason === '') - Number(other.reason === ''))
  return byKey
}

function faultIn({ rule, reason: words }: Explanation, { severity }: Finding): LogFault | undefined {
  const isError = severity === 'error' && !explainableErrors.has(rule)
  return isError || saysNothing(words) ? { rule: 'explanation-empty', of: rule, words, isError } : undefined
}

/**
 * Holds the rows of earlier lists against the findings of one run; made anew for each. `others` are lists about more
 * than these findings: they are asked where the own ones are silent.
 */
export function createExplaining(
  rows: readonly Explanation[] | undefined,
  others: Explaining = noList,
): Explaining {
  if (rows === undefined) return others
  const left = rowsByKey(rows)
  const said: Said[] = []
  const counts = { explained: 0, open: 0, fresh: 0 }
  const recall = (finding: Finding): Judged | undefined => {
    const row = left.get(keyOf(finding.rule, aboutOf(finding), basisOf(finding)))?.shift()
    if (row === undefined) return others.recall(finding)
    if (row.reason === '') {
      counts.open++
      return { finding }
    }
    const explained = { ...finding, reason: row.reason }
    const fault = faultIn(row, finding)
    counts[fault ? 'open' : 'explained']++
    if (fault === undefined) return { finding, explained }
    said.push([fault, placeOf(row)])
    return { finding: explained }
  }
  return {
    recall,
    judge(finding) {
      if (own.has(finding.rule)) return { finding }
      const known = recall(finding)
      if (known === undefined) counts.fresh++
      return known ?? { finding }
    },
    end({ isRead, hasRun }) {
      const unused = [...left.values()]
        .flat()
        .filter(({ rule, reason, log }) => reason !== '' && isRead(log) && hasRun(rule))
      return [
        ...said,
        ...unused.map(
          (row): Said => [
            { rule: 'explanation-unused', of: row.rule, about: row.about, words: row.reason },
            placeOf(row),
          ],
        ),
      ]
    },
    since: () => ({ mended: [...left.values()].flat().length, ...counts }),
  }
}

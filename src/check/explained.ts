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
type SaidFault = readonly [LogFault, Place]

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
  readonly end: (scope: RunScope) => readonly SaidFault[]
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

/** One finding, under each of the names its case may have had. */
type Fresh = object

/**
 * Findings that no row of the list fits, by rule and case. Where the list has that rule for that case with other
 * values, it was tried to mend and is still there: the case may have got its number meanwhile.
 */
function createFresh() {
  const byCase = new Map<string, Fresh[]>()
  const keyed = (rule: string, about: string): string => `${rule}\n${foldCaseNumber(about)}`
  return {
    add(finding: Finding): void {
      const { caseNumber: _, ...unnumbered } = finding
      const fresh: Fresh = {}
      for (const about of new Set([aboutOf(finding), aboutOf(unnumbered)])) {
        const key = keyed(finding.rule, about)
        const known = byCase.get(key)
        if (known) known.push(fresh)
        else byCase.set(key, [fresh])
      }
    },
    /** Rows of the list whose finding stands with other values. */
    changed(rows: readonly Explanation[]): ReadonlySet<Explanation> {
      const taken = new Set<Fresh>()
      const next = new Map<string, number>()
      const isThere = ({ rule, about }: Explanation): boolean => {
        const key = keyed(rule, about)
        const list = about === '' ? [] : (byCase.get(key) ?? [])
        const at = list.findIndex((one, index) => index >= (next.get(key) ?? 0) && !taken.has(one))
        const fresh = list[at]
        if (fresh === undefined) return false
        taken.add(fresh)
        next.set(key, at + 1)
        return true
      }
      return new Set(rows.filter(isThere))
    },
  }
}

function faultIn({ rule, reason: words }: Explanation, { severity }: Finding): LogFault | undefined {
  const isError = severity === 'error' && !explainableErrors.has(rule)
  return isError || saysNothing(words) ? { rule: 'explanation-empty', of: rule, words, isError } : undefined
}

function saidUnused(row: Explanation, isChanged: boolean): SaidFault {
  const { rule, about, reason: words } = row
  return [{ rule: 'explanation-unused', of: rule, about, words, isChanged }, placeOf(row)]
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
  const left = rowsByKey(rows.filter(({ rule }) => !own.has(rule)))
  const said: SaidFault[] = []
  const counts = { explained: 0, open: 0, fresh: 0 }
  const fresh = createFresh()
  const rest = (): readonly Explanation[] => [...left.values()].flat()
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
      if (known !== undefined) return known
      counts.fresh++
      fresh.add(finding)
      return { finding }
    },
    end({ isRead, hasRun }) {
      const changed = fresh.changed(rest())
      const unused = rest().filter(
        (row) => row.reason !== '' && (changed.has(row) || (isRead(row.log) && hasRun(row.rule))),
      )
      return [...said, ...unused.map((row) => saidUnused(row, changed.has(row)))]
    },
    since() {
      const changed = fresh.changed(rest()).size
      const { explained, open, fresh: found } = counts
      return { mended: rest().length - changed, explained, open: open + changed, fresh: found - changed }
    },
  }
}

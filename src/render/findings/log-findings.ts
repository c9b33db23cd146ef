import { columns } from '../../model/case.ts'
import { type Finding, severities } from '../../model/finding.ts'

/** Of one rule in one log. */
const shownPerRule = 10
const shownPerLog = 50

export interface HiddenCount {
  readonly rule: string
  readonly count: number
}

export interface ShownFindings {
  readonly shown: readonly Finding[]
  readonly hidden: readonly HiddenCount[]
}

/** The findings of one log, counted all and kept few. */
interface LogFindings {
  readonly add: (finding: Finding) => void
  readonly select: () => ShownFindings
}

/** The log's own first, then by sheet as they came, line and column. */
function byPlace(findings: readonly Finding[]): Finding[] {
  const sheets = [...new Set(findings.map((finding) => finding.sheet))]
  const key = (f: Finding): readonly number[] => [
    f.line === undefined ? -1 : sheets.indexOf(f.sheet),
    f.line ?? 0,
    f.column === undefined ? -1 : columns.indexOf(f.column),
  ]
  return findings
    .map((finding) => ({ finding, key: key(finding) }))
    .sort(
      (a, b) => a.key.map((part, i) => part - (b.key[i] ?? 0)).find((difference) => difference !== 0) ?? 0,
    )
    .map(({ finding }) => finding)
}

function gravest(findings: readonly Finding[], limit: number): readonly Finding[] {
  return severities.flatMap((severity) => findings.filter((f) => f.severity === severity)).slice(0, limit)
}

function collectFindings(): LogFindings {
  const totals = new Map<string, number>()
  const kept: Finding[] = []
  return {
    add(finding) {
      const earlier = totals.get(finding.rule) ?? 0
      totals.set(finding.rule, earlier + 1)
      if (earlier < shownPerRule) kept.push(finding)
    },
    select() {
      const shown = byPlace(gravest(kept, shownPerLog))
      const shownOf = (rule: string) => shown.filter((finding) => finding.rule === rule).length
      const hidden = [...totals]
        .map(([rule, total]) => ({ rule, count: total - shownOf(rule) }))
        .filter((rule) => rule.count > 0)
      return { shown, hidden }
    },
  }
}

/** The findings of the logs whose summary has not come yet. */
export interface OpenLogs {
  readonly add: (finding: Finding) => void
  readonly take: (path: string) => ShownFindings | undefined
  readonly paths: () => readonly string[]
}

export function openLogs(): OpenLogs {
  const logs = new Map<string, LogFindings>()
  let latest: readonly [path: string, findings: LogFindings] | undefined
  return {
    add(finding) {
      const { path } = finding
      if (latest?.[0] !== path) {
        const findings = logs.get(path) ?? collectFindings()
        logs.set(path, findings)
        latest = [path, findings]
      }
      latest[1].add(finding)
    },
    take(path) {
      const findings = logs.get(path)
      logs.delete(path)
      latest = undefined
      return findings?.select()
    },
    paths: () => [...logs.keys()],
  }
}

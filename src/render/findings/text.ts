import { columns } from '../../model/case.ts'
import { type Finding, isAtLeast, type Severity, severities } from '../../model/finding.ts'
import type { LogSummary } from '../../model/log.ts'
import type { Look } from '../../model/look.ts'
import type { RunSummary } from '../../model/run.ts'
import { paintOf } from '../paint.ts'
import type { FindingsFormat } from './index.ts'
import { cleanLog, faultyLog } from './log-text.ts'
import { failuresText, summaryText } from './summary.ts'

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
  readonly totals: Map<string, number>
  readonly kept: Finding[]
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

function keep(logs: Map<string, LogFindings>, finding: Finding): void {
  const own: LogFindings = logs.get(finding.path) ?? { totals: new Map(), kept: [] }
  logs.set(finding.path, own)
  const { totals, kept } = own
  const earlier = totals.get(finding.rule) ?? 0
  totals.set(finding.rule, earlier + 1)
  if (earlier < shownPerRule) kept.push(finding)
}

function selected({ totals, kept }: LogFindings): ShownFindings {
  const shown = byPlace(gravest(kept, shownPerLog))
  const hidden = [...totals]
    .map(([rule, total]) => ({ rule, count: total - shown.filter((one) => one.rule === rule).length }))
    .filter(({ count }) => count > 0)
  return { shown, hidden }
}

/** Logs in order are only counted from here on: hundreds of them would push what matters off the screen. */
const shownCleanLogs = 10

/** The totals of what is shown: of the rest a quiet run says nothing, not even how much there is. */
function shownOf(run: RunSummary, { least }: Look): RunSummary {
  if (least === undefined) return run
  const { error, warning, note } = run.counts
  const told = (severity: Severity, count: number): number => (isAtLeast(severity, least) ? count : 0)
  const counts = { error: told('error', error), warning: told('warning', warning), note: told('note', note) }
  return { ...run, counts, byRule: run.byRule.filter(({ severity }) => isAtLeast(severity, least)) }
}

export const textReporter: FindingsFormat = (_head, look) => {
  const style = { look, paint: paintOf(look.color) }
  // The findings of the logs whose summary has not come yet.
  const open = new Map<string, LogFindings>()
  const totals = { logs: 0, cleanLogs: 0, faultyLogs: 0, cases: 0, hidden: 0 }
  let gap = ''

  function close(path: string, log?: LogSummary): string | undefined {
    const own = open.get(path)
    open.delete(path)
    if (own === undefined) return undefined
    const findings = selected(own)
    // A list of explanations has findings of its own, and is no log.
    if (log !== undefined || !findings.shown.every(({ rule }) => rule.startsWith('explanation-')))
      totals.faultyLogs++
    totals.hidden += findings.hidden.reduce((sum, { count }) => sum + count, 0)
    const text = gap + faultyLog(path, findings, { ...style, log })
    gap = ''
    return text
  }

  function clean(log: LogSummary): string {
    totals.cleanLogs++
    if (look.quiet || totals.cleanLogs > shownCleanLogs) return ''
    gap = '\n'
    return cleanLog(log, style)
  }

  return {
    finding(finding) {
      if (look.least === undefined || isAtLeast(finding.severity, look.least)) keep(open, finding)
      return ''
    },
    log(log) {
      totals.logs++
      totals.cases += log.cases
      return close(log.path, log) ?? clean(log)
    },
    end(run) {
      if (look.least !== undefined && totals.faultyLogs === 0 && open.size === 0) {
        return run.failures.length === 0 ? '' : failuresText(run, style)
      }
      const unfinished = [...open.keys()].map((path) => close(path))
      const more = totals.cleanLogs - shownCleanLogs
      const unlisted = more > 0 && !look.quiet ? `√ 另有 ${more} 份台账没有发现问题\n\n` : gap
      return [...unfinished, unlisted, summaryText(shownOf(run, look), totals, style)].join('')
    },
  }
}

import { isAtLeast } from '../../model/finding.ts'
import type { LogSummary } from '../../model/log.ts'
import type { Look } from '../../model/look.ts'
import type { RunSummary } from '../../model/run.ts'
import { paintOf } from '../paint.ts'
import { openLogs } from './log-findings.ts'
import { cleanLog, faultyLog } from './log-text.ts'
import type { FindingsFormat } from './reporter.ts'
import { failuresText, summaryText } from './summary.ts'

/** Logs in order are only counted from here on: hundreds of them would push what matters off the screen. */
const shownCleanLogs = 10

/** The totals of what is shown: of the rest a quiet run says nothing, not even how much there is. */
function shownOf(run: RunSummary, { least }: Look): RunSummary {
  if (least === undefined) return run
  const { error, warning, note } = run.counts
  const counts = {
    error: isAtLeast('error', least) ? error : 0,
    warning: isAtLeast('warning', least) ? warning : 0,
    note: isAtLeast('note', least) ? note : 0,
  }
  return { ...run, counts, byRule: run.byRule.filter(({ severity }) => isAtLeast(severity, least)) }
}

export const textReporter: FindingsFormat = (_head, look) => {
  const style = { look, paint: paintOf(look.color) }
  const open = openLogs()
  const totals = { logs: 0, cleanLogs: 0, faultyLogs: 0, cases: 0, hidden: 0 }
  let gap = ''

  function close(path: string, log?: LogSummary): string | undefined {
    const findings = open.take(path)
    if (findings === undefined) return undefined
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
      if (look.least !== undefined && !isAtLeast(finding.severity, look.least)) return ''
      open.add(finding)
      return ''
    },
    log(log) {
      totals.logs++
      totals.cases += log.cases
      return close(log.path, log) ?? clean(log)
    },
    end(run) {
      if (look.least !== undefined && totals.faultyLogs === 0 && open.paths().length === 0) {
        return run.failures.length === 0 ? '' : failuresText(run, style)
      }
      const unfinished = open.paths().map((path) => close(path))
      const more = totals.cleanLogs - shownCleanLogs
      const unlisted = more > 0 && !look.quiet ? `√ 另有 ${more} 份台账没有发现问题\n\n` : gap
      return [...unfinished, unlisted, summaryText(shownOf(run, look), totals, style)].join('')
    },
  }
}

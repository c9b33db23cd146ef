import type { LogSummary } from '../../model/log.ts'
import { paintOf } from '../paint.ts'
import { openLogs } from './log-findings.ts'
import { cleanLog, faultyLog } from './log-text.ts'
import type { FindingsFormat } from './reporter.ts'
import { summaryText } from './summary.ts'

/** Logs in order are only counted from here on: hundreds of them would push what matters off the screen. */
const shownCleanLogs = 10

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
      open.add(finding)
      return ''
    },
    log(log) {
      totals.logs++
      totals.cases += log.cases
      return close(log.path, log) ?? clean(log)
    },
    end(run) {
      const unfinished = open.paths().map((path) => close(path))
      const more = totals.cleanLogs - shownCleanLogs
      const unlisted = more > 0 && !look.quiet ? `√ 另有 ${more} 份台账没有发现问题\n\n` : gap
      return [...unfinished, unlisted, summaryText(run, totals, style)].join('')
    },
  }
}

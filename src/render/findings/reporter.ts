import type { Finding } from '../../model/finding.ts'
import type { LogSummary } from '../../model/log.ts'
import type { Look } from '../../model/look.ts'
import type { RunHead, RunSummary } from '../../model/run.ts'

/**
 * Is told of a run as it goes and returns the text to print now, often ''. The findings of a log come
 * before its summary; `end` is called once, last.
 */
export interface Reporter {
  readonly finding: (finding: Finding) => string
  readonly log: (summary: LogSummary) => string
  readonly end: (summary: RunSummary) => string
}

export type FindingsFormat = (head: RunHead, look: Look) => Reporter

import type { Checker } from '../check/check.ts'
import { attempt, UserError } from '../io/io.ts'
import { readLog } from '../log/read.ts'
import { refusals } from '../log/refusal.ts'
import type { LogSink } from '../log/table-reader.ts'
import type { TextOptions } from '../log/text/dialect.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import type { Failure } from '../model/run.ts'
import { failureOf, type LogSource } from './inputs.ts'

/** Who is told of what a log holds, as it is read. */
export interface Listener {
  readonly finding: (finding: Finding) => void
  readonly case?: (c: Case, findings: readonly Finding[]) => void
  readonly other?: LogSink['other']
  /** Between pieces of a long log, with the cases read of it so far. */
  readonly ready: LogSink['ready']
}

export interface Checking extends Listener {
  readonly checker: Checker
  readonly text: TextOptions
}

function sinkOf({ checker, finding, ...told }: Omit<Checking, 'text'>): LogSink {
  return {
    case(c) {
      const findings = checker.visit(c)
      for (const one of findings) finding(one)
      told.case?.(c, findings)
    },
    fault(fault, place) {
      for (const one of checker.word(fault, place)) finding(one)
    },
    ...(told.other && { other: told.other }),
    ready: told.ready,
  }
}

/** Reads and checks one log; a file that cannot be read is a value, so that the others are still heard. */
export async function checkLog(
  { path, open }: LogSource,
  { text, ...checking }: Checking,
): Promise<LogSummary | Failure> {
  const { checker, finding } = checking
  const summary = await attempt(() => readLog({ path, bytes: open() }, text, sinkOf(checking)))
  // Also where half a log was read: the next one is not to answer for it.
  const atEnd = checker.endLog({ path, index: {}, heading: {} })
  if (summary instanceof UserError) return failureOf(path, summary)
  if ('refused' in summary) return { path, ...refusals[summary.refused] }
  for (const one of atEnd) finding(one)
  return summary
}

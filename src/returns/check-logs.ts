import type { ReturnChecker } from '../check/check.ts'
import type { TextOptions } from '../log/text/dialect.ts'
import type { LogSummary } from '../model/log.ts'
import type { LogFault } from '../model/log-fault.ts'
import type { Failure } from '../model/run.ts'
import { checkLog, type Listener } from './check-log.ts'
import type { Inputs } from './inputs.ts'

export interface LogsListener extends Omit<Listener, 'ready'> {
  /** With the log's place among the inputs. */
  readonly ready: (at: number, cases: number) => Promise<void>
  readonly log: (summary: LogSummary) => void
}

export interface LogsChecking extends LogsListener {
  readonly checker: ReturnChecker
  readonly text: TextOptions
  /** What is wrong with the logs as one return, once all are read. */
  readonly faultOf?: (logs: readonly LogSummary[]) => LogFault | undefined
}

export interface CheckedLogs {
  readonly logs: readonly LogSummary[]
  readonly failures: readonly Failure[]
}

/** A log that is missing may hold what seems to be gone from the others. */
function sayOfAll({ logs, failures }: CheckedLogs, { checker, faultOf, finding }: LogsChecking): void {
  const layout = { path: logs.at(-1)?.path ?? '', index: {}, heading: {} }
  const fault = logs.length > 0 ? faultOf?.(logs) : undefined
  for (const one of fault ? checker.word(fault, { layout }) : []) finding(one)
  for (const one of failures.length === 0 ? checker.end(layout) : []) finding(one)
}

/** What is said of all logs together comes before the summary of the last, like its own. */
export async function checkLogs(inputs: Inputs, checking: LogsChecking): Promise<CheckedLogs> {
  const logs: LogSummary[] = []
  const failures = [...inputs.failures]
  let unsaid: LogSummary | undefined
  for (const [at, source] of inputs.logs.entries()) {
    if (unsaid) checking.log(unsaid)
    unsaid = undefined
    const read = await checkLog(source, { ...checking, ready: (cases) => checking.ready(at, cases) })
    if ('message' in read) failures.push(read)
    else {
      logs.push(read)
      unsaid = read
    }
  }
  sayOfAll({ logs, failures }, checking)
  if (unsaid) checking.log(unsaid)
  return { logs, failures }
}

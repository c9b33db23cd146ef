import { attempt, UserError } from '../io.ts'
import type { TextOptions } from '../log/dialect.ts'
import { readLog } from '../log/read.ts'
import { refusals } from '../log/refusal.ts'
import type { LogSink } from '../log/table-reader.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import type { LogFault } from '../model/log-fault.ts'
import type { Failure } from '../model/run.ts'
import type { Checker, ReturnChecker } from '../rules/check.ts'
import { failureOf, type Inputs, type LogSource } from './inputs.ts'
import { unpacked } from './packed-findings.ts'
import type { ReadAhead } from './read-ahead.ts'

/** Who is told of what a log holds, as it is read. */
export interface Listener {
  readonly finding: (finding: Finding) => void
  readonly case?: (c: Case, findings: readonly Finding[]) => void
  readonly other?: LogSink['other']
  /** Between pieces of a long log, with the cases read of it so far. */
  readonly ready: (cases: number) => Promise<void>
}

export interface Checking extends Listener {
  readonly checker: Checker
  readonly text: TextOptions
}

/** Reads and checks one log; a file that cannot be read is a value, so that the others are still heard. */
export async function checkLog(source: LogSource, checking: Checking): Promise<LogSummary | Failure> {
  const { checker, finding, ready } = checking
  const { path } = source
  let cases = 0
  const summary = await attempt(() =>
    readLog({ path, bytes: source.open() }, checking.text, {
      case(c) {
        cases++
        const findings = checker.visit(c)
        for (const one of findings) finding(one)
        checking.case?.(c, findings)
      },
      fault(fault, place) {
        for (const one of checker.word(fault, place)) finding(one)
      },
      ...(checking.other && { other: checking.other }),
      ready: () => ready(cases),
    }),
  )
  // Also where half a log was read: the next one is not to answer for it.
  const atEnd = checker.endLog({ path, index: {}, heading: {} })
  if (summary instanceof UserError) return failureOf(path, summary)
  if ('refused' in summary) return { path, ...refusals[summary.refused] }
  for (const one of atEnd) finding(one)
  return summary
}

export interface LogsListener extends Omit<Listener, 'ready'> {
  /** With the log's place among the inputs. */
  readonly ready: (at: number, cases: number) => Promise<void>
  readonly log: (summary: LogSummary) => void
}

export interface LogsChecking extends LogsListener {
  readonly checker: ReturnChecker
  readonly text: TextOptions
  readonly ahead?: ReadAhead | undefined
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

const toldAtOnce = 500

/** A log that was checked apart, told as if it were read now; nothing where an earlier log has one of its numbers. */
async function tellAhead(at: number, checking: LogsChecking): Promise<LogSummary | Failure | undefined> {
  const { ahead, checker, finding, ready } = checking
  const apart = await ahead?.checked(at)
  if (apart === undefined) return undefined
  const stands = checker.admit(apart.numbers)
  ahead?.judge(stands)
  if (!stands) return undefined
  const cases = casesOf(apart.read)
  let told = 0
  for (const one of unpacked(apart.findings)) {
    finding(one)
    told++
    if (told % toldAtOnce === 0) await ready(at, cases)
  }
  await ready(at, cases)
  return apart.read
}

function casesOf(read: LogSummary | Failure): number {
  return 'cases' in read ? read.cases : 0
}

export async function checkLogs(inputs: Inputs, checking: LogsChecking): Promise<CheckedLogs> {
  try {
    return await checkInTurn(inputs, checking)
  } finally {
    checking.ahead?.stop()
  }
}

/** What is said of all logs together comes before the summary of the last, like its own. */
async function checkInTurn(inputs: Inputs, checking: LogsChecking): Promise<CheckedLogs> {
  const logs: LogSummary[] = []
  const failures = [...inputs.failures]
  const { ahead } = checking
  let casesBefore = 0
  let unsaid: LogSummary | undefined
  for (const [at, source] of inputs.logs.entries()) {
    if (unsaid) checking.log(unsaid)
    unsaid = undefined
    const ready = async (cases: number): Promise<void> => {
      ahead?.note(casesBefore + cases)
      await checking.ready(at, cases)
    }
    const read = (await tellAhead(at, checking)) ?? (await checkLog(source, { ...checking, ready }))
    casesBefore += casesOf(read)
    ahead?.note(casesBefore)
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

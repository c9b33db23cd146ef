import type { ReturnChecker } from '../check/check.ts'
import type { TextOptions } from '../log/text/dialect.ts'
import type { LogSummary } from '../model/log.ts'
import type { LogFault } from '../model/log-fault.ts'
import type { Failure } from '../model/run.ts'
import { checkLog, type Listener } from './check-log.ts'
import type { Inputs } from './inputs.ts'
import { unpacked } from './packed-findings.ts'
import type { ReadAhead, Teller } from './read-ahead.ts'

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

function telling(checking: LogsChecking, ready: () => Promise<void>): Teller['tell'] {
  const { checker, finding } = checking
  return async (apart, before) => {
    const stands = checker.takeOver(apart.memory, before.lines)
    let told = 0
    for (const one of stands ? unpacked(apart.findings, before) : []) {
      finding(one)
      told++
      if (told % toldAtOnce === 0) await ready()
    }
    await ready()
    return stands
  }
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

const mostUnseen = 2_000_000

/** The others may be as large as those read so far; what is far beyond them is not to be kept room for. */
function expectedOf(cases: number, share: number): number {
  return Math.min(cases / share, cases + mostUnseen)
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
    let casesRead = 0
    const ready = async (cases: number): Promise<void> => {
      casesRead = cases
      ahead?.note(casesBefore + cases)
      await checking.ready(at, cases)
    }
    const teller: Teller = {
      tell: telling(checking, () => checking.ready(at, casesRead)),
      expect: (cases) => checking.checker.expect(casesBefore + cases),
    }
    const cut = ahead?.cutOf(source, teller)
    const read = (await ahead?.log(at, teller)) ?? (await checkLog(source, { ...checking, cut, ready }))
    casesBefore += casesOf(read)
    ahead?.note(casesBefore)
    if (at + 1 < inputs.logs.length) {
      checking.checker.expect(expectedOf(casesBefore, (at + 1) / inputs.logs.length))
    }
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

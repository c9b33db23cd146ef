import { chooseUnit } from '../log/unit.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import type { Failure } from '../model/run.ts'
import { checkLog, type Listener } from './check-logs.ts'
import type { Inputs } from './inputs.ts'
import type { Preparation } from './preparation.ts'

/** All that one return's logs hold. */
export interface Gathered {
  readonly cases: readonly Case[]
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
  readonly unit: string | null
}

export interface GatherListener extends Omit<Listener, 'case' | 'ready'> {
  /** With the log's place among the inputs. */
  readonly ready: (at: number, cases: number) => Promise<void>
  readonly log: (summary: LogSummary) => void
}

/** Reads and checks every log of a return, and settles whose return it is. */
export async function gather(
  inputs: Inputs,
  prepared: Preparation,
  listener: GatherListener,
): Promise<Gathered> {
  const { checker, tally, text, settings } = prepared
  const cases: Case[] = []
  const findings: Finding[] = []
  const logs: LogSummary[] = []
  const failures = [...inputs.failures]
  const finding = (one: Finding): void => {
    tally.add(one)
    findings.push(one)
    listener.finding(one)
  }
  const keep = (c: Case): void => {
    cases.push(c)
  }
  // What is said of a log comes before its summary, and the unit is known only behind the last.
  let unsaid: LogSummary | undefined
  for (const [at, source] of inputs.logs.entries()) {
    if (unsaid) listener.log(unsaid)
    unsaid = undefined
    const ready = (count: number): Promise<void> => listener.ready(at, count)
    const read = await checkLog(source, { checker, text, finding, case: keep, ready })
    if ('message' in read) failures.push(read)
    else {
      logs.push(read)
      unsaid = read
    }
  }
  const { unit, fault } = chooseUnit(settings.unit, logs)
  if (fault && logs.length > 0) {
    const layout = { path: logs.at(-1)?.path ?? '', index: {}, heading: {} }
    for (const one of checker.word(fault, { layout })) finding(one)
  }
  if (unsaid) listener.log(unsaid)
  return { cases, findings, failures, unit }
}

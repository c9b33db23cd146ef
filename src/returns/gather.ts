import { chooseUnit } from '../log/unit.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import type { Failure } from '../model/run.ts'
import { unitsNamed } from '../programmes/roster.ts'
import { checkLogs, type LogsListener } from './check-logs.ts'
import type { Inputs } from './inputs.ts'
import type { Preparation } from './preparation.ts'

/** All that one return's logs hold. */
export interface Gathered {
  readonly logs: readonly LogSummary[]
  readonly cases: readonly Case[]
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
  readonly unit: string | null
}

/** Reads and checks every log of a return, and settles whose return it is. */
export async function gather(
  inputs: Inputs,
  { checker, tally, text, settings, programme }: Preparation,
  listener: Omit<LogsListener, 'case'>,
): Promise<Gathered> {
  const choose = (read: readonly LogSummary[]) =>
    chooseUnit(settings.unit, read, (name) => unitsNamed(programme, name))
  const cases: Case[] = []
  const findings: Finding[] = []
  const { logs, failures } = await checkLogs(inputs, {
    ...listener,
    checker,
    text,
    faultOf: (read) => choose(read).fault,
    case(c) {
      cases.push(c)
    },
    finding(one) {
      tally.add(one)
      findings.push(one)
      listener.finding(one)
    },
  })
  return { logs, cases, findings, failures, unit: choose(logs).unit }
}

import { attempt, UserError } from '../io.ts'
import type { TextOptions } from '../log/dialect.ts'
import { readLog } from '../log/read.ts'
import { refusals } from '../log/refusal.ts'
import type { LogSink } from '../log/table-reader.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import type { Failure } from '../model/run.ts'
import type { Checker } from '../rules/check.ts'
import { failureOf, type LogSource } from './inputs.ts'

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
  if (summary instanceof UserError) return failureOf(path, summary)
  if ('refused' in summary) return { path, ...refusals[summary.refused] }
  for (const one of checker.endLog({ path, index: {}, heading: {} })) finding(one)
  return summary
}

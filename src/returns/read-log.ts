import { type Checker, createChecker } from '../check/check.ts'
import { attempt, UserError } from '../io/io.ts'
import { readLog as readCases } from '../log/read.ts'
import { refusals } from '../log/refusal.ts'
import type { LogSink } from '../log/table-reader.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import type { Failure } from '../model/run.ts'
import { allRules } from '../rules/index.ts'
import { failureOf, type LogInput } from './inputs.ts'
import type { Setup } from './setup.ts'

/** Who is told of what a log holds, as it is read. */
export interface CaseSink {
  readonly finding: (finding: Finding) => void
  readonly case?: (c: Case) => void
  readonly other?: LogSink['other']
  /** Between pieces of a long log, with the cases read of it so far. */
  readonly ready: LogSink['ready']
}

/** One for all logs of a run: numbers are compared between them. */
export function checkerFor({ circumstances, settings }: Setup): Checker {
  return createChecker(allRules, circumstances, settings.rules)
}

/** The same for who writes 序号 anew: what is wrong in it is put right by that. */
export function checkerButForSerials(setup: Setup): Checker {
  const checker = checkerFor(setup)
  const others = (findings: readonly Finding[]) => findings.filter(({ column }) => column !== 'serial')
  return {
    seen: checker.seen,
    visit: (c) => others(checker.visit(c)),
    endLog: (layout) => others(checker.endLog(layout)),
    word(fault, place) {
      const { index, layout, line } = place
      const isInCell = line !== undefined && index !== undefined && !fault.rule.startsWith('heading-')
      return isInCell && index === layout.index.serial ? [] : checker.word(fault, place)
    },
  }
}

/** Reads and checks one log; a file that cannot be read is a value, so that the others are still heard. */
export async function readLog(
  { path, open, rows }: LogInput,
  { checker, text }: { readonly checker: Checker; readonly text: Setup['text'] },
  sink: CaseSink,
): Promise<LogSummary | Failure> {
  const told: LogSink = {
    case(c) {
      for (const one of checker.visit(c)) sink.finding(one)
      sink.case?.(c)
    },
    fault(fault, place) {
      for (const one of checker.word(fault, place)) sink.finding(one)
    },
    ...(sink.other && { other: sink.other }),
    ready: sink.ready,
  }
  const summary = await attempt(() => readCases(rows ? { path, rows } : { path, bytes: open() }, text, told))
  // Also where half a log was read: the next one is not to answer for it.
  const atEnd = checker.endLog({ path, index: {}, heading: {} })
  if (summary instanceof UserError) return failureOf(path, summary)
  if ('refused' in summary) return { path, ...refusals[summary.refused] }
  for (const one of atEnd) sink.finding(one)
  return summary
}

import { type Checker, createChecker } from '../check/check.ts'
import { attempt, ExitCode, type Io, UserError } from '../io/io.ts'
import { kindOf } from '../log/kind.ts'
import { readLog as readCases } from '../log/read.ts'
import { refusalText } from '../log/refusal.ts'
import type { LogSink } from '../log/table-reader.ts'
import { headSize } from '../log/text/dialect.ts'
import type { Case } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import type { LogFault, Place } from '../model/log-fault.ts'
import type { Failure } from '../model/run.ts'
import { allRules } from '../rules/index.ts'
import { expandInputs, failureOf, type LogInput } from './inputs.ts'
import type { ReadLogs } from './read-return.ts'
import type { Setup } from './setup.ts'

export interface OneLog extends LogInput {
  readonly bytes: Uint8Array
  readonly isText: boolean
}

export function failed({ path, message, remedy }: Failure): UserError {
  return new UserError(`${path === '-' ? '标准输入' : path}：${message}`, remedy, ExitCode.failure)
}

/** The first piece is what the reader judges the log by, and the writer again. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += headSize) yield bytes.subarray(at, at + headSize)
}

/** The whole of a log, to be written again. */
export async function bytesOf(source: LogInput): Promise<OneLog> {
  const pieces: Uint8Array[] = []
  for await (const piece of source.open()) pieces.push(new Uint8Array(piece))
  const bytes = Buffer.concat(pieces)
  return { path: source.path, bytes, isText: kindOf(bytes) === 'text', open: () => inPieces(bytes) }
}

export async function readOneLog(word: string, io: Io): Promise<OneLog> {
  const { logs, failures } = await expandInputs([word], io)
  const [failure] = failures
  if (failure) throw failed(failure)
  const [source, ...others] = logs
  if (!source || others.length > 0) {
    throw new UserError(`${word} 有 ${logs.length} 份台账，一次只能写一份`, '请写明是哪一个文件。')
  }
  return await bytesOf(source)
}

/** What was read of the one log; a failure is thrown, for there is no other to be heard. */
export function readOf({ logs, failures }: Pick<ReadLogs, 'logs' | 'failures'>): LogSummary | undefined {
  const [failure] = failures
  if (failure) throw failed(failure)
  return logs[0]
}

/** Who is told of what a log holds, as it is read. */
export interface CaseSink {
  readonly finding: (finding: Finding) => void
  readonly case?: (c: Case) => void
  readonly other?: LogSink['other']
  readonly row?: LogSink['row']
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
  { path, open, rows, held }: LogInput,
  { checker, reading }: { readonly checker: Checker; readonly reading: Setup['reading'] },
  sink: CaseSink,
): Promise<LogSummary | (Failure & { readonly isOurs?: true })> {
  const told = {
    case(c: Case) {
      for (const one of checker.visit(c)) sink.finding(one)
      sink.case?.(c)
    },
    fault(fault: LogFault, place: Place) {
      for (const one of checker.word(fault, place)) sink.finding(one)
    },
    ...(sink.other && { other: sink.other }),
    ...(sink.row && { row: sink.row }),
    ready: sink.ready,
  }
  held?.tell(told)
  const read = () => readCases(rows ? { path, rows } : { path, bytes: open() }, reading, told)
  const summary = held?.summary ?? (await attempt(read))
  // Also where half a log was read: the next one is not to answer for it.
  const atEnd = checker.endLog({ path, index: {}, heading: {} })
  if (summary instanceof UserError) return failureOf(path, summary)
  if ('refused' in summary) {
    return { path, ...refusalText(summary), ...(summary.refused === 'own-workbook' && { isOurs: true }) }
  }
  for (const one of atEnd) sink.finding(one)
  return summary
}

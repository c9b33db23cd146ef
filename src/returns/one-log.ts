import { ExitCode, type Io, UserError } from '../io/io.ts'
import { kindOf } from '../log/kind.ts'
import { headSize } from '../log/text/dialect.ts'
import type { LogSummary } from '../model/log.ts'
import type { Failure } from '../model/run.ts'
import { expandInputs, type LogInput } from './inputs.ts'
import type { ReadLogs } from './read-return.ts'

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

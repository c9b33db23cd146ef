import type { LogSummary } from '../model/log.ts'
import { kindOf } from './kind.ts'
import type { Refused } from './refusal.ts'
import { type LogSink, noRecords } from './table-reader.ts'
import { headSize, type TextOptions } from './text/dialect.ts'
import { readTextLog } from './text/text-log.ts'

export interface LogSource {
  readonly path: string
  /** Each piece holds until the next is asked for. */
  readonly bytes: AsyncIterable<Uint8Array>
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return pieces.length === 1 ? (pieces[0] ?? new Uint8Array()) : Buffer.concat(pieces)
}

async function takeHead(bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let size = 0
  while (size < headSize) {
    const { done, value } = await bytes.next()
    if (done) break
    if (value.length >= headSize) return joined([...pieces, value])
    pieces.push(new Uint8Array(value))
    size += value.length
  }
  return joined(pieces)
}

async function takeAll(head: Uint8Array, rest: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const pieces = [new Uint8Array(head)]
  for await (const piece of rest) pieces.push(new Uint8Array(piece))
  return joined(pieces)
}

/** Reads one log, whatever kind of file it is, case by case into the sink. */
export async function readLog(
  { path, bytes }: LogSource,
  options: TextOptions,
  sink: LogSink,
): Promise<LogSummary | Refused> {
  const counts = noRecords()
  const iterator = bytes[Symbol.asyncIterator]()
  const head = await takeHead(iterator)
  const rest = { [Symbol.asyncIterator]: () => iterator }
  const reading = { counts, sink }
  const found =
    kindOf(head) === 'text'
      ? await readTextLog({ path, head, rest }, options, reading)
      : await (await import('./book/book-log.ts')).readBookLog(path, await takeAll(head, rest), reading)
  if ('refused' in found) return found
  const { cases, repairs, leftOut, ...skipped } = counts
  const rows = cases + skipped.blank + skipped.placeholder + skipped.furniture
  const { units, ...more } = found
  const [unit = null, ...otherUnits] = units
  return { path, unit, otherUnits, ...more, rows, cases, skipped, repairs, leftOut }
}

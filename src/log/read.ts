import { limits } from '../model/limits.ts'
import type { LogSummary } from '../model/log.ts'
import type { Annex } from './annex.ts'
import { type FileKind, kindOf } from './kind.ts'
import { type Refused, refusedKinds } from './refusal.ts'
import { noRecords } from './row-kind.ts'
import type { ReadOptions } from './sheets-asked.ts'
import type { LogSink, TableReading } from './table-reader.ts'
import { headSize } from './text/dialect.ts'
import { readTextLog } from './text/text-log.ts'
import { createLogReader } from './two-row-heading.ts'

/** A log as bytes, each piece of which holds until the next is asked for, or as rows that were read already. */
export type LogSource =
  | { readonly path: string; readonly bytes: AsyncIterable<Uint8Array> }
  | { readonly path: string; readonly rows: readonly (readonly string[])[] }

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

interface WholeFile {
  readonly head: Uint8Array
  readonly rest: AsyncIterable<Uint8Array>
  readonly kind: FileKind
}

async function takeAll({ head, rest, kind }: WholeFile): Promise<Uint8Array | Refused> {
  const limit = kind === 'page' ? 'page' : 'packed'
  const pieces = [new Uint8Array(head)]
  let size = head.length
  for await (const piece of rest) {
    size += piece.length
    if (size > limits[limit].most) return { refused: limit }
    pieces.push(new Uint8Array(piece))
  }
  return joined(pieces)
}

type RowReading = Pick<TableReading, 'counts' | 'sink'>

type LogContent = Annex & Pick<LogSummary, 'headingLine' | 'encoding' | 'delimiter' | 'sheets' | 'answers'>

function readRows(path: string, rows: readonly (readonly string[])[], reading: RowReading): LogContent {
  const table = createLogReader({ source: { path, isWorkbook: false }, ...reading })
  for (const [at, cells] of rows.entries()) table.row({ line: at + 1, row: at + 1, cells })
  return table.end()
}

async function readBytes(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  options: ReadOptions,
  reading: RowReading,
): Promise<LogContent | Refused> {
  const iterator = bytes[Symbol.asyncIterator]()
  const head = await takeHead(iterator)
  const rest = { [Symbol.asyncIterator]: () => iterator }
  const kind = kindOf(head)
  // Of what may never end, no more is asked for than tells what it is.
  const refused = refusedKinds[kind]
  try {
    if (kind === 'text') return await readTextLog({ path, head, rest }, options, reading)
    if (refused !== undefined) return { refused }
    const whole = await takeAll({ head, rest, kind })
    if ('refused' in whole) return whole
    const { readBookLog } = await import('./book/book-log.ts')
    return await readBookLog(path, whole, options.sheets, reading)
  } finally {
    await iterator.return?.()
  }
}

/** Reads one log, whatever kind of file it is, case by case into the sink. */
export async function readLog(
  source: LogSource,
  options: ReadOptions,
  sink: LogSink,
): Promise<LogSummary | Refused> {
  const { path } = source
  const counts = noRecords()
  const reading = { counts, sink }
  const found =
    'rows' in source
      ? readRows(path, source.rows, reading)
      : await readBytes(path, source.bytes, options, reading)
  if ('refused' in found) return found
  const { cases, repairs, leftOut, hidden, ...skipped } = counts
  const rows = cases + skipped.blank + skipped.placeholder + skipped.furniture
  const { units, ...more } = found
  const [unit = null, ...otherUnits] = units
  return { path, unit, otherUnits, ...more, rows, cases, skipped, repairs, hidden, leftOut }
}

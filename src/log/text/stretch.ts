import { namesUnit } from '../annex.ts'
import type { Row } from '../row.ts'
import { createTableReader, type LogSink, noRecords, type RecordCounts } from '../table-reader.ts'
import type { TextDialect } from './dialect.ts'
import { createQuotes } from './quotes.ts'
import type { Extent } from './records.ts'
import { createTextReading } from './text-reading.ts'

/** The lines of a text log that begin from one byte on and before another, somewhere behind the heading. */
export interface Stretch {
  readonly path: string
  readonly from: number
  readonly to: number
  readonly dialect: TextDialect
  readonly heading: Row
}

export interface StretchRead extends Extent {
  readonly counts: RecordCounts
}

/** Reads a log from any of its bytes on; each piece holds until the next is asked for. */
export type BytesFrom = (from: number) => AsyncIterable<Uint8Array>

const lineFeed = 0x0a

interface Place {
  /** Of the next byte. */
  at: number
  /** Whether a line of the stretch has begun, and the last has ended. */
  isInside: boolean
  isBehind: boolean
}

/** What of the next piece belongs to the stretch. */
function partOf(piece: Uint8Array, place: Place, to: number): Uint8Array {
  const { at } = place
  const first = place.isInside ? 0 : piece.indexOf(lineFeed) + 1
  place.at += piece.length
  place.isBehind = !place.isInside && at + (first || piece.length) >= to
  place.isInside ||= first > 0
  if (place.isBehind || !place.isInside) return nothing
  const end = piece.indexOf(lineFeed, Math.max(first, to - 1 - at)) + 1
  place.isBehind = end > 0
  return piece.subarray(first, end > 0 ? end : piece.length)
}

const nothing = new Uint8Array()

/** The bytes of a stretch, cut at line ends out of those around it. */
export async function* bytesOf({ from, to }: Stretch, bytesFrom: BytesFrom): AsyncGenerator<Uint8Array> {
  // A line begins behind a line end: the last byte before the stretch may be one.
  const place = { at: from - 1, isInside: false, isBehind: false }
  for await (const piece of bytesFrom(place.at)) {
    const part = partOf(piece, place, to)
    if (part.length > 0) yield part
    if (place.isBehind) return
  }
}

/**
 * Reads a stretch by itself, its lines counted from 1. Nothing where that may not be what reading in turn makes of it:
 * a quoted cell goes on behind it, another heading or 填报单位 stands in it, a line does not end.
 */
export async function readStretch(
  stretch: Stretch,
  bytesFrom: BytesFrom,
  sink: LogSink,
): Promise<StretchRead | undefined> {
  const { path, dialect, heading } = stretch
  const counts = noRecords()
  let namesOther = false
  const other: LogSink['other'] = (kind, row) => {
    namesOther ||= kind === 'furniture' && namesUnit(row.cells)
  }
  const source = { path, isWorkbook: false }
  const watched = { case: sink.case, fault: sink.fault, other, ready: sink.ready }
  const table = createTableReader({ source, counts, sink: watched }, heading)
  const reading = createTextReading(dialect, table, { quotes: createQuotes(), isBehind: true })
  for await (const bytes of bytesOf(stretch, bytesFrom)) {
    if (await reading.push(bytes)) return undefined
    await sink.ready(counts.cases)
  }
  if (reading.isInsideQuotes()) return undefined
  reading.end()
  return namesOther || table.heading() !== heading ? undefined : { counts, ...reading.extent() }
}

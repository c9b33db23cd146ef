import type { Refused } from '../refusal.ts'
import type { LogSink, RecordCounts, TableReader } from '../table-reader.ts'
import type { TextDialect } from './dialect.ts'
import type { Extent } from './records.ts'
import { type BytesFrom, bytesOf, type Stretch, type StretchRead } from './stretch.ts'
import type { TextReading } from './text-reading.ts'

/** What is left of a long log, cut so that others can read ahead. */
export interface Stretches {
  readonly all: readonly Stretch[]
  readonly bytesFrom: BytesFrom
  /** What others have read and told, given what stands before it; nothing where it is to be read in its turn. */
  readonly readAhead: (at: number, before: Extent) => Promise<StretchRead | undefined>
  readonly end: () => void
}

export interface Rest extends Omit<Stretch, 'path' | 'to'> {
  /** In the part before it. */
  readonly casesPerByte: number
}

/** Asked whether what is left of a log from a line on is worth cutting. */
export type Cut = (rest: Rest) => Promise<Stretches | undefined>

export function isCuttable({ encoding, lineEnd }: TextDialect): boolean {
  return lineEnd === '\n' && (encoding === 'utf-8' || encoding === 'gb18030')
}

function add(counts: RecordCounts, more: RecordCounts): void {
  counts.cases += more.cases
  counts.blank += more.blank
  counts.placeholder += more.placeholder
  counts.furniture += more.furniture
  counts.repairs += more.repairs
}

export interface Reading {
  readonly text: TextReading
  readonly table: TableReader
  readonly counts: RecordCounts
  readonly ready: LogSink['ready']
}

/** Reads a log on, stretch by stretch; those that others have read stand only where they would be read the same here. */
export async function readStretches(stretches: Stretches, reading: Reading): Promise<Refused | undefined> {
  try {
    return await readAll(stretches, reading)
  } finally {
    stretches.end()
  }
}

async function readAll(
  { all, bytesFrom, readAhead }: Stretches,
  { text, table, counts, ready }: Reading,
): Promise<Refused | undefined> {
  for (const [at, stretch] of all.entries()) {
    const isAsCut = !text.isInsideQuotes() && table.heading() === stretch.heading
    const read = isAsCut ? await readAhead(at, text.extent()) : undefined
    if (read) {
      text.advance(read)
      add(counts, read.counts)
      await ready(counts.cases)
      continue
    }
    for await (const bytes of bytesOf(stretch, bytesFrom)) {
      const refused = await text.push(bytes)
      if (refused) return refused
      await ready(counts.cases)
    }
  }
  return undefined
}

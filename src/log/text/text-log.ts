import type { LogSummary } from '../../model/log.ts'
import { type Annex, noAnnex } from '../annex.ts'
import type { Refused } from '../refusal.ts'
import { createTableReader, type LogSink, type RecordCounts } from '../table-reader.ts'
import { detectDialect, type TextDialect, type TextOptions } from './dialect.ts'
import { createQuotes } from './quotes.ts'
import { type Cut, isCuttable, type Reading, type Rest, readStretches } from './stretches.ts'
import { createTextReading } from './text-reading.ts'

export interface TextSource {
  readonly path: string
  /** The first bytes, enough for the heading to stand in them. */
  readonly head: Uint8Array
  readonly rest: AsyncIterable<Uint8Array>
  readonly cut?: Cut | undefined
}

export type TextSummary = Annex &
  Pick<LogSummary, 'headingLine'> &
  Partial<Pick<LogSummary, 'encoding' | 'delimiter'>>

/** A file of its byte-order mark alone is empty, too. */
const longestMark = 4

const nothingRead: TextSummary = { ...noAnnex, headingLine: null }

interface Destination {
  readonly counts: RecordCounts
  readonly sink: LogSink
}

interface CuttableReading extends Reading {
  readonly dialect: TextDialect
}

const lineFeed = 0x0a

function restFrom(from: number, bytesRead: number, reading: CuttableReading): Rest | undefined {
  const { dialect, table, counts } = reading
  const heading = table.heading()
  if (!heading || !isCuttable(dialect)) return undefined
  return { from, dialect, heading, casesPerByte: counts.cases / bytesRead }
}

async function readRows(source: TextSource, reading: CuttableReading): Promise<Refused | undefined> {
  const { text, counts, ready } = reading
  let at = source.head.length
  await text.push(source.head)
  for await (const bytes of source.rest) {
    const end = bytes.lastIndexOf(lineFeed) + 1
    const behind = end > 0 ? restFrom(at + end, at, reading) : undefined
    const stretches = behind && (await source.cut?.(behind))
    const refused = await text.push(stretches ? bytes.subarray(0, end) : bytes)
    if (refused) return refused
    await ready(counts.cases)
    if (stretches) return await readStretches(stretches, reading)
    at += bytes.length
  }
  return undefined
}

/** Reads a text log as it comes; `undefined` dialect means that no decoding shows a heading row. */
export async function readTextLog(
  source: TextSource,
  options: TextOptions,
  destination: Destination,
): Promise<TextSummary | Refused> {
  const { counts, sink } = destination
  const headLength = source.head.length
  const sayNothingFound = (): void => {
    const layout = { path: source.path, index: {}, heading: {} }
    sink.fault({ rule: 'heading-row-not-found', isEmpty: headLength <= longestMark }, { layout })
  }
  const quotes = createQuotes()
  await quotes.meet(source.head)
  const dialect = detectDialect(source.head, options, quotes.cellsOf)
  if (!dialect) {
    sayNothingFound()
    return nothingRead
  }
  const table = createTableReader({ source: { path: source.path, isWorkbook: false }, counts, sink })
  const text = createTextReading(dialect, table, { quotes })
  const refused = await readRows(source, { text, table, counts, ready: sink.ready, dialect })
  if (refused) return refused
  text.end()
  if (table.headingLine() === null) sayNothingFound()
  const { encoding, delimiter } = dialect
  return { ...table.annex(), headingLine: table.headingLine(), encoding, delimiter }
}

import type { LogSummary } from '../../model/log.ts'
import { type Annex, noAnnex } from '../annex.ts'
import { foreignText } from '../no-heading.ts'
import type { RecordCounts } from '../record-counts.ts'
import type { Refused } from '../refusal.ts'
import type { LogSink } from '../table-reader.ts'
import { createLogReader } from '../two-row-heading.ts'
import { detectDialect, nearestIn, type TextOptions } from './dialect.ts'
import { createQuotes } from './quotes.ts'
import { createTextReading, type TextReading } from './text-reading.ts'

export interface TextSource {
  readonly path: string
  /** The first bytes, enough for the heading to stand in them. */
  readonly head: Uint8Array
  readonly rest: AsyncIterable<Uint8Array>
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

async function readRows(
  { head, rest }: TextSource,
  text: TextReading,
  { counts, sink }: Destination,
): Promise<Refused | undefined> {
  const refused = await text.push(head)
  if (refused) return refused
  for await (const bytes of rest) {
    const refused = await text.push(bytes)
    if (refused) return refused
    await sink.ready(counts.cases)
  }
  return text.end()
}

/** Reads a text log as it comes; `undefined` dialect means that no decoding shows a heading row. */
export async function readTextLog(
  source: TextSource,
  options: TextOptions,
  destination: Destination,
): Promise<TextSummary | Refused> {
  const { counts, sink } = destination
  const layout = { path: source.path, index: {}, heading: {} }
  const isEmpty = source.head.length <= longestMark
  const quotes = createQuotes()
  await quotes.meet(source.head)
  const dialect = detectDialect(source.head, options, quotes.cellsOf)
  if (!dialect) {
    const is = foreignText(new TextDecoder().decode(source.head))
    const nearest = is ? undefined : nearestIn(source.head, options, quotes.cellsOf)
    const place = nearest ? { layout, line: nearest.line, row: nearest.row } : { layout }
    sink.fault(
      { rule: 'heading-row-not-found', isEmpty, ...(is && { is }), ...(nearest && { nearest }) },
      place,
    )
    return nothingRead
  }
  const table = createLogReader({ source: { path: source.path, isWorkbook: false }, counts, sink })
  const text = createTextReading(dialect, table, quotes)
  const refused = await readRows(source, text, destination)
  if (refused) return refused
  const end = table.end()
  if (end.headingLine === null) sink.fault({ rule: 'heading-row-not-found', isEmpty }, { layout })
  const { encoding, delimiter } = dialect
  return { ...end, encoding, delimiter }
}

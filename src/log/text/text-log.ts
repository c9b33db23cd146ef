import type { LogSummary } from '../../model/log.ts'
import { type Annex, noAnnex } from '../annex.ts'
import type { RecordCounts } from '../record-counts.ts'
import type { Refused } from '../refusal.ts'
import type { LogSink } from '../table-reader.ts'
import { createLogReader } from '../two-row-heading.ts'
import { detectDialect, type TextOptions } from './dialect.ts'
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
  await text.push(head)
  for await (const bytes of rest) {
    const refused = await text.push(bytes)
    if (refused) return refused
    await sink.ready(counts.cases)
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
  const table = createLogReader({ source: { path: source.path, isWorkbook: false }, counts, sink })
  const text = createTextReading(dialect, table, quotes)
  const refused = await readRows(source, text, destination)
  if (refused) return refused
  text.end()
  const end = table.end()
  if (end.headingLine === null) sayNothingFound()
  const { encoding, delimiter } = dialect
  return { ...end, encoding, delimiter }
}

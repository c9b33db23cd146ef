import type { LogSummary } from '../model/log.ts'
import { type Annex, noAnnex } from './annex.ts'
import { createDecoder, lineEndIn } from './decode.ts'
import { detectDialect, type TextDialect, type TextOptions } from './dialect.ts'
import { createQuotes } from './quotes.ts'
import { createSplitter } from './records.ts'
import type { Refused } from './refusal.ts'
import type { Row } from './row.ts'
import { createTableReader, type LogSink, type RecordCounts } from './table-reader.ts'

export interface TextSource {
  readonly path: string
  /** The first bytes, enough for the heading to stand in them. */
  readonly head: Uint8Array
  readonly rest: AsyncIterable<Uint8Array>
}

/** A heading row typed with another separator than the rows, cut the way it was typed. */
function retype(row: Row, { delimiter, headingDelimiter }: TextDialect): Row {
  return { ...row, cells: row.cells.join(delimiter).split(headingDelimiter) }
}

export type TextSummary = Annex &
  Pick<LogSummary, 'headingLine'> &
  Partial<Pick<LogSummary, 'encoding' | 'delimiter'>>

/** A book is shorter; what goes on for longer is no table and would fill the memory. */
const longestLineBytes = 1 << 24

/** A file of its byte-order mark alone is empty, too. */
const longestMark = 4

const nothingRead: TextSummary = { ...noAnnex, headingLine: null }

/** Reads a text log as it comes; `undefined` dialect means that no decoding shows a heading row. */
export async function readTextLog(
  source: TextSource,
  options: TextOptions,
  { counts, sink }: { readonly counts: RecordCounts; readonly sink: LogSink },
): Promise<TextSummary | Refused> {
  const sayNothingFound = (): void => {
    const isEmpty = source.head.length <= longestMark
    const layout = { path: source.path, index: {}, heading: {} }
    sink.fault({ rule: 'heading-row-not-found', isEmpty }, { layout })
  }
  const quotes = createQuotes()
  await quotes.meet(source.head)
  const dialect = detectDialect(source.head, options, quotes.cellsOf)
  if (!dialect) {
    sayNothingFound()
    return nothingRead
  }
  const table = createTableReader({ source: { path: source.path, isWorkbook: false }, counts, sink })
  const mixed = dialect.delimiter !== dialect.headingDelimiter
  const take = (row: Row): void =>
    table.row(mixed && table.headingLine() === null ? retype(row, dialect) : row)
  const splitter = createSplitter(dialect, take, quotes.cellsOf)
  const decoder = createDecoder(dialect.encoding)
  splitter.push(decoder.decode(source.head))
  let openBytes = 0
  for await (const bytes of source.rest) {
    const lineEnd = lineEndIn(bytes)
    openBytes = lineEnd === 0 ? openBytes + bytes.length : bytes.length - lineEnd
    if (openBytes > longestLineBytes) return { refused: 'endless-line' }
    await quotes.meet(bytes)
    splitter.push(decoder.decode(bytes))
    await sink.ready()
  }
  splitter.push(decoder.end())
  splitter.end()
  if (table.headingLine() === null) sayNothingFound()
  const { encoding, delimiter } = dialect
  return { ...table.annex(), headingLine: table.headingLine(), encoding, delimiter }
}

import { limits } from '../../model/limits.ts'
import type { LogSummary } from '../../model/log.ts'
import { type Annex, noAnnex } from '../annex.ts'
import { foreignText } from '../no-heading.ts'
import type { Refused } from '../refusal.ts'
import { excessIn, type Row } from '../row.ts'
import type { RecordCounts } from '../row-kind.ts'
import type { LogSink, TableReader } from '../table-reader.ts'
import { createLogReader } from '../two-row-heading.ts'
import { createDecoder } from './decode.ts'
import { detectDialect, nearestIn, type TextDialect, type TextOptions } from './dialect.ts'
import type { Dialect } from './quoted.ts'
import { createQuotes, type Quotes } from './quotes.ts'
import { createSplitter } from './records.ts'

/** Told of all bytes; says whether a line goes on for too long, up to its own kind of end. */
function createGauge(lineEnd: Dialect['lineEnd']): (bytes: Uint8Array) => boolean {
  const end = lineEnd.charCodeAt(0)
  let openBytes = 0
  return (bytes) => {
    const at = bytes.lastIndexOf(end)
    openBytes = at < 0 ? openBytes + bytes.length : bytes.length - at - 1
    return openBytes > limits.line.most
  }
}

/** A heading row typed with another separator than the rows, cut the way it was typed. */
function retype(row: Row, { delimiter, headingDelimiter }: TextDialect): Row {
  return { ...row, cells: row.cells.join(delimiter).split(headingDelimiter) }
}

export interface TextReading {
  readonly push: (bytes: Uint8Array) => Promise<Refused | undefined>
  readonly end: () => Refused | undefined
}

/** Longer texts do not fit among V8's young objects, where they are free again at once. */
const decodedAtOnce = 64 * 1024

/** From bytes to the rows of a table. */
function createTextReading(dialect: TextDialect, table: TableReader, quotes: Quotes): TextReading {
  const isRetyped = dialect.delimiter !== dialect.headingDelimiter
  let refused: Refused | undefined
  const take = (row: Row): void => {
    const excess = excessIn(row) ?? (row.row > limits.lines.most ? 'lines' : undefined)
    if (excess) refused ??= { refused: excess, place: `第 ${row.line} 行` }
    if (refused) return
    table.row(isRetyped && table.heading() === undefined ? retype(row, dialect) : row)
  }
  const splitter = createSplitter(dialect, take, quotes.cellsOf)
  const decoder = createDecoder(dialect.encoding)
  const isTooLong = createGauge(dialect.lineEnd)
  return {
    async push(bytes) {
      if (isTooLong(bytes)) return { refused: 'line' }
      await quotes.meet(bytes)
      for (let at = 0; at < bytes.length && refused === undefined; at += decodedAtOnce) {
        splitter.push(decoder.decode(bytes.subarray(at, at + decodedAtOnce)))
      }
      return refused
    },
    end() {
      splitter.push(decoder.end())
      splitter.end()
      return refused
    },
  }
}

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

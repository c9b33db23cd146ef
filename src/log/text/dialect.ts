import type { Encoding } from '../../model/log.ts'
import type { NearestRow } from '../../model/log-fault.ts'
import { headingNamed, headingRowsSearched } from '../headings.ts'
import { nearestOf, nearestRow } from '../no-heading.ts'
import type { Row } from '../row.ts'
import { tidy } from '../spell/blank.ts'
import { findHeading } from '../two-row-heading.ts'
import { createDecoder, encodingsOf } from './decode.ts'
import type { CellsOfRecords, Dialect } from './quoted.ts'
import { createSplitter } from './records.ts'

export interface TextDialect extends Dialect {
  readonly encoding: Encoding
  /** The separator of the heading row, which some type as a full-width comma above rows with another. */
  readonly headingDelimiter: string
}

export interface TextOptions {
  readonly encoding?: Encoding
  readonly delimiter?: string
}

/** Some type it between the headings above rows with another separator. */
const fullWidth = '，'
const delimiters = [',', '\t', ';', fullWidth] as const

function lineEndOf(text: string): '\n' | '\r' {
  return text.includes('\n') || !text.includes('\r') ? '\n' : '\r'
}

function firstRows(text: string, dialect: Dialect, cellsOf: CellsOfRecords): readonly Row[] {
  const rows: Row[] = []
  const splitter = createSplitter(dialect, (row) => rows.push(row), cellsOf)
  splitter.push(text)
  splitter.end()
  return rows.slice(0, headingRowsSearched + rowsBehindHeading)
}

const rowsBehindHeading = 20

/** The separator that cuts the rows behind the heading into the most cells, the heading's own in doubt. */
function delimiterOfRows(rows: readonly Row[], own: string): string {
  const cells = (delimiter: string): number =>
    rows.reduce((sum, row) => sum + row.cells.join(own).split(delimiter).length, 0)
  return delimiters.reduce((best, other) => (cells(other) > cells(best) ? other : best), own)
}

function namedIn(row: Row): number {
  return row.cells.filter((cell) => headingNamed(tidy(cell))).length
}

const linesSearched = 4 * headingRowsSearched

function beginning(text: string): string {
  const lineEnd = lineEndOf(text)
  let end = 0
  for (let line = 0; line < linesSearched && end >= 0; line++) end = text.indexOf(lineEnd, end + 1)
  return end < 0 ? text : text.slice(0, end)
}

/** Enough for the first 30 rows of any log, and for telling what kind of file it is. */
export const headSize = 64 * 1024

function decoded(head: Uint8Array, encoding: Encoding): string {
  const decoder = createDecoder(encoding)
  return decoder.decode(head) + decoder.end()
}

function rowsIn(text: string, delimiter: string, cellsOf: CellsOfRecords): readonly Row[] {
  const dialect = { delimiter, lineEnd: lineEndOf(text), separators: Number.POSITIVE_INFINITY }
  return firstRows(text, dialect, cellsOf)
}

/** The dialect in which a heading row reads, trying the likeliest encoding and then each separator. */
export function detectDialect(
  bytes: Uint8Array,
  options: TextOptions,
  cellsOf: CellsOfRecords,
): TextDialect | undefined {
  const head = bytes.subarray(0, headSize)
  for (const encoding of options.encoding ? [options.encoding] : encodingsOf(head)) {
    const found = dialectOf(beginning(decoded(head, encoding)), options.delimiter, cellsOf)
    if (found) return { ...found, encoding }
  }
  return undefined
}

/** Where no decoding shows a heading: the row that comes nearest in any of them. */
export function nearestIn(
  bytes: Uint8Array,
  options: TextOptions,
  cellsOf: CellsOfRecords,
): NearestRow | undefined {
  const head = bytes.subarray(0, headSize)
  const found = (options.encoding ? [options.encoding] : encodingsOf(head)).flatMap((encoding) => {
    const text = beginning(decoded(head, encoding))
    return (options.delimiter === undefined ? delimiters : [options.delimiter]).map((delimiter) =>
      nearestRow(rowsIn(text, delimiter, cellsOf)),
    )
  })
  return nearestOf(found.filter((row) => row !== undefined))
}

function dialectOf(
  text: string,
  forced: string | undefined,
  cellsOf: CellsOfRecords,
): Omit<TextDialect, 'encoding'> | undefined {
  const lineEnd = lineEndOf(text)
  let best:
    | { readonly named: number; readonly heading: Row; readonly rows: readonly Row[]; delimiter: string }
    | undefined
  const candidates = forced === undefined ? delimiters : [forced, fullWidth]
  for (const delimiter of candidates.filter((each) => text.includes(each))) {
    const rows = rowsIn(text, delimiter, cellsOf)
    const heading = findHeading(rows)?.row
    if (heading && namedIn(heading) > (best?.named ?? 0))
      best = { named: namedIn(heading), heading, rows, delimiter }
  }
  if (!best) return undefined
  const { heading, rows, delimiter } = best
  const behind = rows.filter((row) => row.row > heading.row).slice(0, rowsBehindHeading)
  return {
    lineEnd,
    headingDelimiter: delimiter,
    delimiter: forced ?? (delimiter === fullWidth ? delimiterOfRows(behind, delimiter) : delimiter),
    separators: heading.cells.length - 1,
  }
}

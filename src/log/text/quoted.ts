import type { LogFault } from '../../model/log-fault.ts'

export interface Dialect {
  readonly delimiter: string
  readonly lineEnd: '\n' | '\r'
  /** Separators in the heading row; a line inside a quoted cell with as many reads as a row of its own. */
  readonly separators: number
}

/** The physical lines of one record; broken ones are a single line, so that no row behind it is lost. */
export interface TextRecord {
  readonly lines: readonly string[]
  readonly broken?: LogFault
}

export type CellsOfRecords = (
  records: readonly TextRecord[],
  delimiter: string,
) => readonly (readonly string[])[]

/** A cell of more lines than this was never meant to be one. */
const mostLinesInCell = 100

/** Behind the quote that closes the cell whose text begins at `from`; -1 when it goes on in the next line. */
export function closingQuote(line: string, from: number): number {
  let quote = line.indexOf('"', from)
  while (quote >= 0 && line[quote + 1] === '"') quote = line.indexOf('"', quote + 2)
  return quote < 0 ? -1 : quote + 1
}

/** RFC 4180: a quote opens only a whole cell; elsewhere it is a sign like any other. */
function endsInsideQuotes(line: string, delimiter: string, begunInside: boolean): boolean {
  let cell = 0
  let inside = begunInside
  for (;;) {
    const text = inside || line[cell] === '"' ? closingQuote(line, inside ? cell : cell + 1) : cell
    if (text < 0) return true
    const next = line.indexOf(delimiter, text)
    if (next < 0) return false
    cell = next + delimiter.length
    inside = false
  }
}

function extentOf(
  lines: readonly string[],
  start: number,
  delimiter: string,
): number | 'unclosed' | 'unfinished' {
  let inside = false
  for (let at = start; at < lines.length; at++) {
    if (at - start >= mostLinesInCell) return 'unclosed'
    const line = lines[at] ?? ''
    if (inside || line.includes('"')) inside = endsInsideQuotes(line, delimiter, inside)
    if (!inside) return at + 1 - start
  }
  return 'unfinished'
}

/** Whether what a line adds to a quoted cell is a row, or the quote that closes it opens a cell of another row. */
function readsAsRow(line: string, { delimiter, separators }: Dialect): boolean {
  const end = closingQuote(line, 0)
  const inside = end < 0 ? line : line.slice(0, end - 1)
  const isClosedProperly = end < 0 || end === line.length || line.startsWith(delimiter, end)
  return !isClosedProperly || inside.split(delimiter).length > separators
}

function holdsRows(lines: readonly string[], dialect: Dialect): boolean {
  return lines.slice(1).some((line) => readsAsRow(line, dialect))
}

/** The record that begins at `start`; a broken one is its first line alone. */
function recordAt(lines: readonly string[], start: number, dialect: Dialect): TextRecord | 'unfinished' {
  const extent = extentOf(lines, start, dialect.delimiter)
  if (extent === 'unfinished') return extent
  const text = lines[start] ?? ''
  if (extent === 'unclosed') return { lines: [text], broken: { rule: 'quote-unclosed', text } }
  const record = lines.slice(start, start + extent)
  if (!holdsRows(record, dialect)) return { lines: record }
  return { lines: [text], broken: { rule: 'quote-swallows-rows', text, lines: extent - 1 } }
}

export interface Grouped {
  readonly records: readonly TextRecord[]
  /** Lines that may go on in the next piece of text. */
  readonly open: readonly string[]
}

export function groupRecords(lines: readonly string[], dialect: Dialect): Grouped {
  const records: TextRecord[] = []
  let at = 0
  while (at < lines.length) {
    const record = recordAt(lines, at, dialect)
    if (record === 'unfinished') break
    records.push(record)
    at += record.lines.length
  }
  return { records, open: lines.slice(at) }
}

/** The same for the last lines of a log, where what is unfinished never closes. */
export function groupLastRecords(lines: readonly string[], dialect: Dialect): readonly TextRecord[] {
  const { records, open } = groupRecords(lines, dialect)
  const [text, ...behind] = open
  if (text === undefined) return records
  const broken: TextRecord = { lines: [text], broken: { rule: 'quote-unclosed', text } }
  return [...records, broken, ...groupLastRecords(behind, dialect)]
}

import type { TextDialect } from '../log/text/dialect.ts'
import { closingQuote } from '../log/text/quoted.ts'
import { type CellText, serialHeading } from './cell-text.ts'
import { type RawLog, rawWord } from './raw-text.ts'
import { type RawRecord, rewriteText } from './rewrite.ts'

/** Where the text of a cell stands in its record, its quotes left out. */
export interface CellSpan {
  readonly start: number
  readonly end: number
  readonly isQuoted: boolean
}

export interface RecordShape {
  readonly delimiter: string
  /** Its quotes are signs like any other, as they are for the reader. */
  readonly isBroken: boolean
}

export function cellSpans(record: string, { delimiter, isBroken }: RecordShape): readonly CellSpan[] {
  const spans: CellSpan[] = []
  for (let start = 0; ; ) {
    const behind = !isBroken && record[start] === '"' ? closingQuote(record, start + 1) : start
    const separator = record.indexOf(delimiter, Math.max(behind, start))
    const end = separator < 0 ? record.length : separator
    const isQuoted = behind > start && behind === end
    spans.push(isQuoted ? { start: start + 1, end: end - 1, isQuoted } : { start, end, isQuoted })
    if (separator < 0) return spans
    start = separator + delimiter.length
  }
}

interface Filling {
  readonly index: number
  readonly text: string
}

/** In quotes where the cell had them or the text needs them; what a quote stands for is doubled. */
function writtenCell(text: string, isQuoted: boolean, delimiter: string): string {
  const doubled = text.replaceAll('"', '""')
  if (isQuoted) return doubled
  const isInNeed = text.includes(delimiter) || /["\r\n]/.test(text)
  return isInNeed ? `"${doubled}"` : text
}

/** The record with another text in one cell. `text` is raw; quoting is kept as it is. */
function replaceCell(
  { text: record, isBroken }: RawRecord,
  { delimiter }: RawLog,
  { index, text }: Filling,
): string {
  const spans = cellSpans(record, { delimiter, isBroken })
  const span = spans[index]
  if (!span) {
    const cell = writtenCell(text, false, delimiter)
    return text === '' ? record : record + delimiter.repeat(index + 1 - spans.length) + cell
  }
  const old = record.slice(span.start, span.end)
  // The quote that breaks a record may stand in this very cell; without it the record would be another.
  if (isBroken && old.includes('"')) return record
  const cell = writtenCell(text, span.isQuoted, delimiter)
  return record.slice(0, span.start) + cell + record.slice(span.end)
}

/** Puts the missing column before a record, quoted where every heading is. */
function createColumn(dialect: TextDialect): (record: string, text: string, raw: RawLog) => string {
  const { encoding, headingDelimiter } = dialect
  const isMixed = headingDelimiter !== dialect.delimiter
  let isQuoted = false
  let isBehindHeading = false
  return (record, text, raw) => {
    const delimiter =
      isMixed && !isBehindHeading ? (rawWord(headingDelimiter, encoding) ?? ',') : raw.delimiter
    if (text === serialHeading && !isBehindHeading) {
      isQuoted = cellSpans(record, { delimiter, isBroken: false }).every((span) => span.isQuoted)
      isBehindHeading = true
    }
    const cell = rawWord(text, encoding) ?? ''
    return `${isQuoted ? `"${cell}"` : cell}${delimiter}${record}`
  }
}

export function writeTextCells(
  bytes: Uint8Array,
  dialect: TextDialect,
  cells: readonly CellText[],
): { readonly bytes: Uint8Array; readonly left: readonly CellText[] } {
  const byLine = new Map<number, CellText[]>()
  for (const cell of cells) byLine.set(cell.line, [...(byLine.get(cell.line) ?? []), cell])
  const putBefore = createColumn(dialect)
  const left: CellText[] = []
  const written = rewriteText(bytes, dialect, (record, raw) => {
    let { text } = record
    for (const cell of byLine.get(record.line) ?? []) {
      const rawText = rawWord(cell.text, dialect.encoding)
      if (rawText === undefined) left.push(cell)
      else if (cell.index === undefined) text = putBefore(text, cell.text, raw)
      else text = replaceCell({ ...record, text }, raw, { index: cell.index, text: rawText })
    }
    return text
  })
  return { bytes: written, left }
}

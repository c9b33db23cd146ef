import { closingQuote } from '../log/text/quoted.ts'

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

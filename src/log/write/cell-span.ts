import { closingQuote } from '../quoted.ts'

/** Where the text of a cell stands in its record, its quotes left out. */
export interface CellSpan {
  readonly start: number
  readonly end: number
}

/** The cell that begins at `start`, and where the next one begins: -1 behind the last. */
function cellAt(
  record: string,
  delimiter: string,
  start: number,
): { readonly span: CellSpan; readonly next: number } {
  const behind = record[start] === '"' ? closingQuote(record, start + 1) : start
  const separator = record.indexOf(delimiter, Math.max(behind, start))
  const end = separator < 0 ? record.length : separator
  const isQuoted = behind > start && behind === end
  return {
    span: isQuoted ? { start: start + 1, end: end - 1 } : { start, end },
    next: separator < 0 ? -1 : separator + delimiter.length,
  }
}

/** The cell of that index; undefined when the record has fewer. */
export function cellSpan(record: string, delimiter: string, index: number): CellSpan | undefined {
  let cell = cellAt(record, delimiter, 0)
  for (let at = 0; at < index; at++) {
    if (cell.next < 0) return undefined
    cell = cellAt(record, delimiter, cell.next)
  }
  return cell.span
}

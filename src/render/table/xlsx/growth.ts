import { cellName, lastRow, type Range, rangeName, rangeOf, rangesOf } from '../../../office/reference.ts'

/** A row of the template whose place `count` rows take; 0 for one that goes. */
export interface Growth {
  readonly row: number
  readonly count: number
}

function shifted(row: number, growths: readonly Growth[], isPassed: (growth: Growth) => boolean): number {
  const added = growths.filter(isPassed).reduce((sum, { count }) => sum + count - 1, 0)
  return Math.min(lastRow, row + added)
}

/** Where the row stands after filling; for a row that grows, its first copy. */
export function startAfter(growths: readonly Growth[], row: number): number {
  return shifted(row, growths, (growth) => growth.row < row)
}

export function endAfter(growths: readonly Growth[], row: number): number {
  return shifted(row, growths, (growth) => growth.row <= row)
}

export function rangeAfter(growths: readonly Growth[], range: Range): Range {
  return { ...range, top: startAfter(growths, range.top), bottom: endAfter(growths, range.bottom) }
}

export function rangesAfter(growths: readonly Growth[], list: string): string {
  return (
    rangesOf(list)
      .map((range) => rangeAfter(growths, range))
      // A range of rows that went is one no more.
      .filter(({ top, bottom }) => top <= bottom)
      .map(rangeName)
      .join(' ')
  )
}

/** A place that does not grow: in a repeated row, that of the first copy. */
export function cellAfter(growths: readonly Growth[], name: string): string {
  const range = rangeOf(name)
  return range ? cellName({ row: startAfter(growths, range.top), column: range.left }) : name
}

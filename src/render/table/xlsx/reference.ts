/** Counted from 1, both ends included. */
export interface Range {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const lastRow = 1_048_576
export const lastColumn = 16_384

export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest === 0 ? '' : columnLetters(rest)) + String.fromCharCode(65 + ((column - 1) % 26))
}

export function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}

function corner(reference: string): { readonly column?: number; readonly row?: number } {
  const [, letters, row] = /^\$?([A-Za-z]*)\$?(\d*)$/.exec(reference) ?? []
  return { ...(letters && { column: columnNumber(letters) }), ...(row && { row: Number(row) }) }
}

/** `B2`, `$A$1:C3`, `A:C` or `1:2`. */
export function parseRange(reference: string): Range {
  const [from = '', to = from] = reference.split(':')
  const [start, end] = [corner(from), corner(to)]
  return {
    left: start.column ?? 1,
    top: start.row ?? 1,
    right: end.column ?? lastColumn,
    bottom: end.row ?? lastRow,
  }
}

export function cellName(column: number, row: number): string {
  return `${columnLetters(column)}${row}`
}

export function rangeName({ left, top, right, bottom }: Range): string {
  const start = cellName(left, top)
  return left === right && top === bottom ? start : `${start}:${cellName(right, bottom)}`
}

export function parseRanges(list: string): readonly Range[] {
  return list
    .split(/\s+/)
    .filter((reference) => reference !== '')
    .map(parseRange)
}

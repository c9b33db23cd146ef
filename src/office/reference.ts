/** Rows and columns are counted from 1, as a spreadsheet shows them; A is 1. */
export interface CellPlace {
  readonly row: number
  readonly column: number
}

/** Both ends included. */
export interface Range {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const lastRow = 1_048_576
export const lastColumn = 16_384

const letterA = 64

export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest === 0 ? '' : columnLetters(rest)) + String.fromCharCode(letterA + 1 + ((column - 1) % 26))
}

/** Asked for every cell of a sheet. The last five bits of a letter, small or not, are its place in the alphabet. */
export function columnNumber(letters: string): number {
  let number = 0
  for (let at = 0; at < letters.length; at++) number = number * 26 + (letters.charCodeAt(at) & 31)
  return number
}

/** `E7` as row 7, column 5; undefined where it is no cell of a sheet. */
export function placeOf(reference: string): CellPlace | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference)
  return parts ? { row: Number(parts[2]), column: columnNumber(parts[1] ?? '') } : undefined
}

export function cellName({ row, column }: CellPlace): string {
  return `${columnLetters(column)}${row}`
}

function corner(reference: string): { readonly column?: number; readonly row?: number } | undefined {
  const [whole, letters, row] = /^\$?([A-Za-z]{0,3})\$?(\d{0,7})$/.exec(reference) ?? []
  if (!whole) return undefined
  return { ...(letters && { column: columnNumber(letters) }), ...(row && { row: Number(row) }) }
}

/** `B2`, `$A$1:C3`, `A:C` or `1:2`; undefined where it is none of these. */
export function rangeOf(reference: string): Range | undefined {
  const [from = '', to = from] = reference.split(':')
  const [start, end] = [corner(from), corner(to)]
  if (!start || !end) return undefined
  return {
    left: start.column ?? 1,
    top: start.row ?? 1,
    right: end.column ?? lastColumn,
    bottom: end.row ?? lastRow,
  }
}

/** A list of ranges with blanks between; what is none is left out. */
export function rangesOf(list: string): readonly Range[] {
  return list.split(/\s+/).flatMap((reference) => rangeOf(reference) ?? [])
}

export function rangeName({ left, top, right, bottom }: Range): string {
  const start = cellName({ row: top, column: left })
  return left === right && top === bottom ? start : `${start}:${cellName({ row: bottom, column: right })}`
}

export function isIn({ top, left, bottom, right }: Range, { row, column }: CellPlace): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

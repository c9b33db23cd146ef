/** Rows and columns counted from 0. */
export interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface CellPlace {
  readonly row: number
  readonly column: number
}

const letterA = 64

/** `E7` as row 6, column 4; undefined where it is no cell of a sheet. */
export function placeOf(reference: string): CellPlace | undefined {
  const parts = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference)
  if (!parts) return undefined
  const column =
    [...(parts[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - letterA, 0) - 1
  return { row: Number(parts[2]) - 1, column }
}

export function rangeOf(reference: string): Range | undefined {
  const [first = '', last = first] = reference.split(':')
  const start = placeOf(first)
  const end = placeOf(last)
  if (!start || !end) return undefined
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}

/** `E7` for row 6, column 4. */
export function cellName({ row, column }: CellPlace): string {
  const letters = (index: number): string =>
    (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(letterA + 1 + (index % 26))
  return `${letters(column)}${row + 1}`
}

export function isIn({ top, left, bottom, right }: Range, { row, column }: CellPlace): boolean {
  return row >= top && row <= bottom && column >= left && column <= right
}

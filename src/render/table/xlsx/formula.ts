import { columnLetters, columnNumber, lastRow } from '../../../office/reference.ts'

/** In the spelling of a formula; `sheet` is absent where the formula's own sheet is meant. */
export interface Reference {
  readonly sheet?: string
  /** Text such as `$A$7`, `E7:F9` or `5:5`. */
  readonly cells: string
}

const text = '"(?:[^"]|"")*"'
const structured = '\\[(?!\\d+\\])[^\\[\\]]*\\]'
const sheet = "(?:'(?:[^']|'')*'|(?:\\[\\d+\\])?[\\p{L}\\p{N}_.]+(?::[\\p{L}\\p{N}_.]+)?)!"
const cell = '\\$?[A-Z]{1,3}\\$?\\d{1,7}'
const cells = `${cell}(?::${cell})?|\\$?\\d{1,7}:\\$?\\d{1,7}`
const pattern = new RegExp(
  `${text}|${structured}|(?<![\\p{L}\\p{N}_.$\\[\\]!'])(${sheet})?(${cells})(?![\\p{L}\\p{N}_.(!\\[])`,
  'giu',
)

function sheetName(prefix: string): string {
  const name = prefix.slice(0, -1)
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name
}

/** The formula with every reference to cells replaced; texts, names and table columns stay as they are. */
export function mapReferences(formula: string, change: (reference: Reference) => string): string {
  return formula.replace(pattern, (whole: string, prefix?: string, found?: string) => {
    if (found === undefined) return whole
    const reference = prefix === undefined ? { cells: found } : { sheet: sheetName(prefix), cells: found }
    return `${prefix ?? ''}${change(reference)}`
  })
}

export interface RowPlace {
  readonly row: number
  readonly absolute: boolean
  readonly end: 'only' | 'first' | 'last'
}

const endpoint = /^(\$?[A-Za-z]{0,3})(\$?)(\d+)$/

export function mapRows(reference: string, change: (place: RowPlace) => number): string {
  const points = reference.split(':')
  return points
    .map((point, index) => {
      const [, column = '', dollar = '', row = ''] = endpoint.exec(point) ?? []
      const end = points.length === 1 ? 'only' : index === 0 ? 'first' : 'last'
      return `${column}${dollar}${change({ row: Number(row), absolute: dollar !== '', end })}`
    })
    .join(':')
}

function moved(letters: string, columns: number): string {
  return letters === '' || letters.startsWith('$') ? letters : columnLetters(columnNumber(letters) + columns)
}

/** As Excel copies a formula to a cell so many rows below and columns to the right. */
export function copied(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, ({ cells: range }) =>
    mapRows(range, ({ row, absolute }) => (absolute ? row : Math.min(lastRow, row + rows))).replace(
      /\$?[A-Za-z]+/g,
      (letters) => moved(letters, columns),
    ),
  )
}

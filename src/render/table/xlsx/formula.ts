import {
  cellName,
  columnLetters,
  columnNumber,
  lastRow,
  type Range,
  rangeName,
  rangeOf,
  rangesOf,
} from '../../../office/reference.ts'
import { attribute, eachElement, escapeXml, unescapeXml, withAttribute } from '../../../office/xml-text.ts'

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

/** Of every sheet that grows, by its name in small letters: sheet names do not differ by case. */
export type Growths = ReadonlyMap<string, readonly Growth[]>

export interface Home {
  /** The sheet a formula stands on; '' for one that names its sheets. */
  readonly sheet: string
  readonly growths: Growths
}

export function growthsOf(growths: Growths, sheet: string): readonly Growth[] {
  return growths.get(sheet.toLowerCase()) ?? []
}

type Move = (place: RowPlace, growths: readonly Growth[], isOwn: boolean) => number

const inserted: Move = ({ row, end }, growths) =>
  end === 'last' ? endAfter(growths, row) : startAfter(growths, row)

function moved(formula: string, home: Home, move: Move): string {
  return mapReferences(formula, ({ sheet = home.sheet, cells }) => {
    const growths = growthsOf(home.growths, sheet)
    const isOwn = sheet.toLowerCase() === home.sheet.toLowerCase()
    return growths.length === 0 ? cells : mapRows(cells, (place) => move(place, growths, isOwn))
  })
}

/** A formula that stays in its cell, or moves with it, while rows come in. */
export function insertedFormula(formula: string, home: Home): string {
  return moved(formula, home, inserted)
}

/** A formula of the repeated row, in the copy so many rows below the first, as Excel fills it down. */
export function copiedFormula(formula: string, home: Home, copy: number): string {
  return moved(formula, home, (place, growths, isOwn) =>
    place.absolute || !isOwn ? inserted(place, growths, isOwn) : startAfter(growths, place.row) + copy,
  )
}

/** A formula of a validation or a conditional format, whose relative rows count from the range's `top`. */
export function ruleFormula(formula: string, home: Home, top: number): string {
  return moved(formula, home, (place, growths, isOwn) => {
    const isFixed = place.absolute || !isOwn || place.row < top
    return isFixed ? inserted(place, growths, isOwn) : place.row + startAfter(growths, top) - top
  })
}

/**
 * What a defined name or a chart refers to: one cell in the repeated row stands for all its copies, and rows
 * without a $ count from the cell the name is used in.
 */
export function namedFormula(formula: string, home: Home): string {
  return mapReferences(formula, ({ sheet = home.sheet, cells }) => {
    const growths = growthsOf(home.growths, sheet)
    const isCell = !cells.includes(':')
    const range = isCell ? `${cells}:${cells}` : cells
    const after = mapRows(range, (place) => (place.absolute ? inserted(place, growths, false) : place.row))
    const [first = after, last] = after.split(':')
    return isCell && first === last ? first : after
  })
}

/** In the spelling of a formula; `sheet` is absent where the formula's own sheet is meant. */
interface Reference {
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

function besideBy(letters: string, columns: number): string {
  return letters === '' || letters.startsWith('$') ? letters : columnLetters(columnNumber(letters) + columns)
}

/** As Excel copies a formula to a cell so many rows below and columns to the right. */
export function copied(formula: string, rows: number, columns: number): string {
  return mapReferences(formula, ({ cells: range }) =>
    mapRows(range, ({ row, absolute }) => (absolute ? row : Math.min(lastRow, row + rows))).replace(
      /\$?[A-Za-z]+/g,
      (letters) => besideBy(letters, columns),
    ),
  )
}

/**
 * A cell's formula moved, with the cells it fills as an array, and its last result forgotten, so that every program
 * computes it from the new rows.
 */
export function movedCell(
  { tag: cellTag, inner: content }: { readonly tag: string; readonly inner: string },
  move: Readonly<Record<'text' | 'range', (written: string) => string>>,
): string {
  let isStale = false
  const inner = eachElement(content, 'f', ({ tag, inner: formula }) => {
    // What another file's cell held last is all there is of it: it cannot be computed anew.
    isStale ||= !/\[\d+\]/.test(formula)
    const range = attribute(tag, 'ref')
    const start = range === undefined ? tag : withAttribute(tag, 'ref', move.range(range))
    return `${start.replace(/\s*\/?>$/, '>')}${escapeXml(move.text(unescapeXml(formula)))}</f>`
  })
  if (!isStale) return `${cellTag}${inner}</c>`
  return `${withAttribute(cellTag, 't', undefined)}${eachElement(inner, 'v', () => '')}</c>`
}

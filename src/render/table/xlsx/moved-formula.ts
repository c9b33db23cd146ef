import { mapReferences, mapRows, type RowPlace } from './formula.ts'
import { endAfter, type Growth, startAfter } from './growth.ts'

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

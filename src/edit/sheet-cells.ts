import type { NumberStyle } from '../office/number-format.ts'
import {
  type CellPlace,
  isIn,
  lastColumn,
  placeOf,
  type Range,
  rangeName,
  rangeOf,
} from '../office/reference.ts'
import { attributeOf, type WalkedElement, walkTags } from '../office/xml-walk.ts'
import {
  cellEdits,
  edited,
  frozen,
  isOutOfReach,
  type OpenSheet,
  type TextEdit,
  type WantedCell,
} from './cell-edits.ts'
import { readSheetSpans, type SheetCellSpan, type SheetSpans } from './sheet-spans.ts'

export type WantedCells = ReadonlyMap<number, WantedCell>

export interface WrittenSheet {
  readonly xml: string
  readonly uncomputed: readonly Range[]
  /** Merges that would hide a cell that now says something. */
  readonly hiding: readonly string[]
  /** Rows whose cell says what stands elsewhere, as a formula does. */
  readonly left: readonly number[]
}

function oneCell({ row, column }: CellPlace): Range {
  return { top: row, left: column, bottom: row, right: column }
}

/** The cells that share a formula with one that is written over. */
function orphans(
  { formulaCells }: SheetSpans,
  isWritten: (place: CellPlace) => boolean,
): readonly SheetCellSpan[] {
  const shared = formulaCells.flatMap((cell) =>
    cell.formula?.reach && isWritten(cell) ? (cell.formula.sharedId ?? []) : [],
  )
  const broken = new Set(shared)
  return formulaCells.filter((cell) => {
    const { sharedId, reach } = cell.formula ?? {}
    if (isWritten(cell)) return false
    if (sharedId !== undefined) return broken.has(sharedId)
    return reach !== undefined && isAnyIn(reach, isWritten)
  })
}

function isAnyIn({ top, left, bottom, right }: Range, isWritten: (place: CellPlace) => boolean): boolean {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) if (isWritten({ row, column })) return true
  }
  return false
}

function computedRange(cell: SheetCellSpan): Range {
  const { reach, sharedId } = cell.formula ?? {}
  return reach !== undefined && sharedId === undefined ? reach : oneCell(cell)
}

function hides(range: Range, wanted: WantedCells): boolean {
  for (let row = range.top; row <= range.bottom; row++) {
    const cell = wanted.get(row)
    if (!cell || cell.text === '') continue
    const isShown = row === range.top && cell.column === range.left
    if (!isShown && isIn(range, { row, column: cell.column })) return true
  }
  return false
}

function arraysIn({ formulaCells }: SheetSpans): readonly Range[] {
  return formulaCells.flatMap(({ formula }) =>
    formula?.reach && formula.sharedId === undefined ? [formula.reach] : [],
  )
}

/** Merges that would hide a number written under them. */
function hiding({ merges }: SheetSpans, wanted: WantedCells): readonly string[] {
  return merges.filter(({ range }) => hides(range, wanted)).map(({ range }) => rangeName(range))
}

/** Some programs read no farther than a sheet says it reaches; where it says nothing they look. */
function outgrown({ dimension }: SheetSpans, wanted: WantedCells): readonly TextEdit[] {
  const reach = dimension && rangeOf(attributeOf(dimension.tag, 'ref') ?? '')
  if (!dimension || !reach) return []
  const isOutside = [...wanted].some(
    ([row, { column, text }]) => text !== '' && !isIn(reach, { row, column }),
  )
  return isOutside ? [{ start: dimension.tag.start, end: dimension.end, text: '' }] : []
}

/** The sheet with these cells written and nothing else changed but what they make untrue. */
export function writeSheet(
  xml: string,
  wanted: WantedCells,
  styles: readonly NumberStyle[],
  is1904 = false,
): WrittenSheet {
  if (wanted.size === 0) return { xml, uncomputed: [], hiding: [], left: [] }
  const spans = readSheetSpans(xml, (row) => wanted.get(row))
  const sheet: OpenSheet = { xml, spans, styles, is1904, arrays: arraysIn(spans) }
  const written = new Map<number, readonly TextEdit[]>()
  const left: number[] = []
  for (const span of spans.rows) {
    const cell = wanted.get(span.row)
    const isLeft = cell !== undefined && isOutOfReach(span, cell, sheet)
    if (isLeft) left.push(span.row)
    const edits = cell && !isLeft ? cellEdits(span, cell, sheet) : []
    if (edits.length > 0) written.set(span.row, edits)
  }
  const isWritten = ({ row, column }: CellPlace): boolean =>
    written.has(row) && wanted.get(row)?.column === column
  const alone = orphans(spans, isWritten)
  const edits = [
    ...written.values(),
    ...alone.map((cell) => frozen(cell, xml)),
    outgrown(spans, wanted),
  ].flat()
  return {
    xml: edited(xml, edits),
    uncomputed: [...spans.formulaCells.filter(isWritten), ...alone].map(computedRange),
    hiding: hiding(spans, wanted),
    left,
  }
}

function isHidden({ tag }: WalkedElement): boolean {
  return ['1', 'true'].includes(attributeOf(tag, 'hidden') ?? '')
}

/**
 * The column behind all that a sheet shows: a text gets a missing column first, in a sheet that would move whatever
 * points at cells. undefined where nobody would see it.
 */
export function freeColumn(xml: string): number | undefined {
  let free = 1
  let column = 0
  const hidden: WalkedElement[] = []
  const taken = (last: number): void => {
    free = Math.max(free, last + 1)
  }
  walkTags(xml, {
    open(tag) {
      if (tag.name === 'row') column = 0
      if (tag.name === 'c') column = placeOf(attributeOf(tag, 'r') ?? '')?.column ?? column + 1
    },
    close(element) {
      const { tag, contentEnd } = element
      if (tag.name === 'c' && xml.slice(tag.end, contentEnd).trim() !== '') taken(column)
      if (tag.name === 'mergeCell') taken(rangeOf(attributeOf(tag, 'ref') ?? '')?.right ?? 0)
      if (tag.name === 'col' && isHidden(element)) hidden.push(element)
    },
  })
  const isSeen = !hidden.some(
    ({ tag }) => Number(attributeOf(tag, 'min')) <= free && Number(attributeOf(tag, 'max')) >= free,
  )
  return isSeen && free <= lastColumn ? free : undefined
}

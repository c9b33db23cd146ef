import type { Range } from '../office/reference.ts'
import { type CellPlace, placeOf, rangeOf } from '../office/reference.ts'
import { attributeOf, type WalkedElement, walkTags, type XmlTag } from '../office/xml-walk.ts'

export interface FormulaSpan extends WalkedElement {
  /** The cells an array fills or a shared formula was filled down to. */
  readonly reach: Range | undefined
  readonly sharedId: string | undefined
}

export interface SheetCellSpan extends CellPlace, WalkedElement {
  readonly formula: FormulaSpan | undefined
}

export interface RowSpan {
  readonly row: number
  readonly tag: XmlTag
  cell: SheetCellSpan | undefined
  likeTag: XmlTag | undefined
  /** Where the cell belongs, should there be none. */
  insertAt: number
}

interface MergeSpan extends WalkedElement {
  readonly range: Range
}

export interface SheetSpans {
  readonly rows: RowSpan[]
  readonly formulaCells: SheetCellSpan[]
  readonly columns: XmlTag[]
  readonly merges: MergeSpan[]
  dimension: WalkedElement | undefined
  /** `x:` where the root is written with it, as the Open XML SDK does. */
  prefix: string
}

/** Where in a row a cell is wanted, and the column whose looks it takes on when it is not there. */
interface WantedColumn {
  readonly column: number
  readonly like?: number
}

type WantedIn = (row: number) => WantedColumn | undefined

function noteCell(row: RowSpan, cell: SheetCellSpan, wanted: WantedColumn): void {
  if (cell.column === wanted.column) row.cell = cell
  if (cell.column === wanted.like) row.likeTag = cell.tag
  if (cell.column > wanted.column && row.insertAt < 0) row.insertAt = cell.tag.start
}

/** Places are told as the reader tells them: what does not say where it is follows the one before. */
function createCellHandler({ rows, formulaCells }: SheetSpans, wantedIn: WantedIn) {
  const at = { row: 0, column: 0 }
  let current: RowSpan | undefined
  let formula: FormulaSpan | undefined

  const openRow = (tag: XmlTag): void => {
    const number = attributeOf(tag, 'r')
    at.row = number === undefined ? at.row + 1 : Number(number)
    at.column = 0
    const isWanted = wantedIn(at.row) !== undefined
    current = isWanted ? { row: at.row, tag, cell: undefined, likeTag: undefined, insertAt: -1 } : undefined
  }

  const openCell = (tag: XmlTag): void => {
    const place = placeOf(attributeOf(tag, 'r') ?? '')
    at.row = place?.row ?? at.row
    at.column = place?.column ?? at.column + 1
    formula = undefined
  }

  const closeCell = (element: WalkedElement): void => {
    const cell = { ...element, ...at, formula }
    if (formula) formulaCells.push(cell)
    const wanted = current && wantedIn(current.row)
    if (current && wanted) noteCell(current, cell, wanted)
  }

  const closeRow = ({ contentEnd }: WalkedElement): void => {
    if (!current) return
    if (current.insertAt < 0) current.insertAt = contentEnd
    rows.push(current)
  }

  const closeFormula = (element: WalkedElement): void => {
    const { tag } = element
    formula = {
      ...element,
      reach: rangeOf(attributeOf(tag, 'ref') ?? ''),
      sharedId: attributeOf(tag, 't') === 'shared' ? attributeOf(tag, 'si') : undefined,
    }
  }

  return { openRow, openCell, closeRow, closeCell, closeFormula }
}

export function readSheetSpans(xml: string, wantedIn: WantedIn): SheetSpans {
  const spans: SheetSpans = {
    rows: [],
    formulaCells: [],
    columns: [],
    merges: [],
    dimension: undefined,
    prefix: '',
  }
  const cells = createCellHandler(spans, wantedIn)
  const opened: Readonly<Record<string, (tag: XmlTag) => void>> = {
    row: cells.openRow,
    c: cells.openCell,
    col: (tag) => spans.columns.push(tag),
    worksheet(tag) {
      spans.prefix = /^<([^\s/>:]+:)/.exec(xml.slice(tag.start, tag.end))?.[1] ?? ''
    },
  }
  const closed: Readonly<Record<string, (element: WalkedElement) => void>> = {
    row: cells.closeRow,
    c: cells.closeCell,
    f: cells.closeFormula,
    mergeCell(element) {
      const range = rangeOf(attributeOf(element.tag, 'ref') ?? '')
      if (range) spans.merges.push({ ...element, range })
    },
    dimension(element) {
      spans.dimension = element
    },
  }
  walkTags(xml, {
    open: (tag) => opened[tag.name]?.(tag),
    close: (element) => closed[element.tag.name]?.(element),
  })
  return spans
}

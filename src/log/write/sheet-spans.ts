import type { Range } from '../book/grid.ts'
import { type CellPlace, placeOf, rangeOf } from '../book/reference.ts'
import { attributeOf, walkElements, type XmlElement, type XmlTag } from './xml-tags.ts'

export interface FormulaSpan extends XmlElement {
  /** The cells an array fills or a shared formula was filled down to. */
  readonly reach: Range | undefined
  readonly sharedId: string | undefined
}

export interface CellSpan extends CellPlace, XmlElement {
  readonly formula: FormulaSpan | undefined
}

export interface RowSpan {
  readonly row: number
  readonly tag: XmlTag
  cell: CellSpan | undefined
  /** Where the cell belongs, should there be none. */
  insertAt: number
}

interface MergeSpan extends XmlElement {
  readonly range: Range
}

export interface SheetSpans {
  readonly rows: RowSpan[]
  readonly formulaCells: CellSpan[]
  readonly columns: XmlTag[]
  readonly merges: MergeSpan[]
  mergeList: XmlElement | undefined
}

export type ColumnOf = (row: number) => number | undefined

/** Places are told as the reader tells them: what does not say where it is follows the one before. */
function createCellHandler({ rows, formulaCells }: SheetSpans, columnOf: ColumnOf) {
  const at = { row: -1, column: -1 }
  let current: RowSpan | undefined
  let formula: FormulaSpan | undefined

  const openRow = (tag: XmlTag): void => {
    const number = attributeOf(tag, 'r')
    at.row = number === undefined ? at.row + 1 : Number(number) - 1
    at.column = -1
    current = columnOf(at.row) === undefined ? undefined : { row: at.row, tag, cell: undefined, insertAt: -1 }
  }

  const openCell = (tag: XmlTag): void => {
    const place = placeOf(attributeOf(tag, 'r') ?? '')
    at.row = place?.row ?? at.row
    at.column = place?.column ?? at.column + 1
    formula = undefined
  }

  const closeCell = (element: XmlElement): void => {
    const cell = { ...element, ...at, formula }
    if (formula) formulaCells.push(cell)
    const wanted = current && columnOf(current.row)
    if (!current || wanted === undefined) return
    if (at.column === wanted) current.cell = cell
    if (at.column > wanted && current.insertAt < 0) current.insertAt = element.tag.start
  }

  const closeRow = ({ contentEnd }: XmlElement): void => {
    if (!current) return
    if (current.insertAt < 0) current.insertAt = contentEnd
    rows.push(current)
  }

  const closeFormula = (element: XmlElement): void => {
    const { tag } = element
    formula = {
      ...element,
      reach: rangeOf(attributeOf(tag, 'ref') ?? ''),
      sharedId: attributeOf(tag, 't') === 'shared' ? attributeOf(tag, 'si') : undefined,
    }
  }

  return { openRow, openCell, closeRow, closeCell, closeFormula }
}

/** `columnOf` says in which rows a cell is wanted, and where. */
export function readSheetSpans(xml: string, columnOf: ColumnOf): SheetSpans {
  const spans: SheetSpans = { rows: [], formulaCells: [], columns: [], merges: [], mergeList: undefined }
  const cells = createCellHandler(spans, columnOf)
  const opened: Readonly<Record<string, (tag: XmlTag) => void>> = {
    row: cells.openRow,
    c: cells.openCell,
    col: (tag) => spans.columns.push(tag),
  }
  const closed: Readonly<Record<string, (element: XmlElement) => void>> = {
    row: cells.closeRow,
    c: cells.closeCell,
    f: cells.closeFormula,
    mergeCell(element) {
      const range = rangeOf(attributeOf(element.tag, 'ref') ?? '')
      if (range) spans.merges.push({ ...element, range })
    },
    mergeCells(element) {
      spans.mergeList = element
    },
  }
  walkElements(xml, {
    open: (tag) => opened[tag.name]?.(tag),
    close: (element) => closed[element.tag.name]?.(element),
  })
  return spans
}

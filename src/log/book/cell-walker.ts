import { type CellPlace, placeOf } from '../../office/reference.ts'
import { type Attributes, attribute, type XmlHandler } from '../../office/xml-walk.ts'
import { createStringItem } from './shared-strings.ts'
import type { RawCell } from './sheet-cell.ts'

interface CellRead extends RawCell {
  row: number
  column: number
  type: string
  style: number
  value: string
  formula: string
  inlineText: string
}

type PlacedCell = RawCell & CellPlace

/** Shows each cell of a sheet; the object is the same every time. */
export function createCellWalker(
  onCell: (cell: PlacedCell) => void,
): Required<Pick<XmlHandler, 'open' | 'text' | 'close'>> {
  const item = createStringItem()
  const keepFormula = createFormulaMemory()
  const cell: CellRead = { row: 0, column: 0, type: 'n', style: 0, value: '', formula: '', inlineText: '' }
  let inside = ''
  let sharedId: string | undefined
  return {
    open(name, attributes) {
      inside = name
      if (name === 'c') startCell(cell, attributes)
      else if (name === 'row') startRow(cell, attributes)
      else if (name === 'f') sharedId = attribute(attributes, 'si')
      else item.open(name)
    },
    text(text) {
      if (inside === 'v') cell.value += text
      else if (inside === 'f') cell.formula += text
      else item.text(text)
    },
    close(name) {
      inside = ''
      item.close(name)
      if (name === 'is') cell.inlineText = item.take()
      else if (name === 'f') cell.formula = keepFormula(sharedId, cell.formula)
      else if (name === 'c') onCell(cell)
    },
  }
}

/** Rows and cells may leave out where they are; they then follow the one before. */
function startRow(cell: CellRead, { r }: Attributes): void {
  cell.row = r === undefined ? cell.row + 1 : Number(r)
  cell.column = 0
}

function startCell(cell: CellRead, { r, s, t }: Attributes): void {
  const place = r === undefined ? undefined : placeOf(r)
  cell.row = place?.row ?? cell.row
  cell.column = place?.column ?? cell.column + 1
  cell.type = t ?? 'n'
  cell.style = Number(s ?? 0)
  cell.value = ''
  cell.formula = ''
  cell.inlineText = ''
}

/** A formula filled down is written out in its first cell only; a link with a literal target is the same in all. */
function createFormulaMemory(): (id: string | undefined, formula: string) => string {
  const shared = new Map<string, string>()
  return (id, formula) => {
    if (id === undefined) return formula
    if (formula !== '') shared.set(id, formula)
    return shared.get(id) ?? ''
  }
}

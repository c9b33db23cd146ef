import type { Relations } from '../../office/package.ts'
import { type CellPlace, lastColumn, lastRow, type Range, rangeOf } from '../../office/reference.ts'
import { type Attributes, attribute, walkXml } from '../../office/xml-walk.ts'
import type { RefusedKind } from '../refusal.ts'
import type { Budget } from './budget.ts'
import { createCellWalker } from './cell-walker.ts'
import type { Grid, LinkedRange } from './grid.ts'
import { type BookContext, type ReadCell, readCell } from './sheet-cell.ts'

interface Content {
  readonly texts: string[][]
  readonly links: LinkedRange[]
  readonly merges: Range[]
  readonly hidden: Set<number>
}

interface SheetContext extends BookContext {
  readonly budget: Budget
}

export function readSheetXml(
  part: Uint8Array,
  context: SheetContext,
  relations: Relations,
): Grid | RefusedKind {
  const { budget } = context
  const content: Content = { texts: [], links: [], merges: [], hidden: new Set() }
  let isSound = true
  const cells = createCellWalker((cell) => {
    const read = readCell(cell, context)
    if (read === undefined) isSound = false
    else if (read.text !== '') putCell(content, cell, read, budget)
  })
  const end = walkXml(part, {
    ...cells,
    isEnough: () => budget.exceeded() !== undefined,
    open(name, attributes) {
      if (name === 'mergeCell') addMerge(content, attributes)
      else if (name === 'hyperlink') addLink(content, attributes, relations)
      else {
        if (name === 'row') addHidden(content, attributes)
        cells.open(name, attributes)
      }
    },
  })
  const why = budget.exceeded() ?? (isSound ? end : 'damaged')
  return why === 'whole' ? content : why
}

function putCell(
  { texts, links }: Content,
  { row, column }: CellPlace,
  { text, target }: ReadCell,
  budget: Budget,
): void {
  if (row > lastRow) budget.exceed('rows')
  if (column > lastColumn) budget.exceed('columns')
  if (!(row >= 1)) return
  const cells = texts[row - 1] ?? []
  budget.places(Math.max(0, column - cells.length) + Math.max(0, row - texts.length))
  budget.text(text)
  if (budget.exceeded()) return
  texts[row - 1] = cells
  while (cells.length < column - 1) cells.push('')
  cells[column - 1] = text
  if (target !== undefined)
    links.push({ top: row, left: column, bottom: row, right: column, targets: [target] })
}

function addHidden({ hidden }: Content, { r, hidden: isHidden = '0' }: Attributes): void {
  if (r !== undefined && isHidden !== '0' && isHidden !== 'false') hidden.add(Number(r))
}

function addMerge({ merges }: Content, { ref = '' }: Attributes): void {
  const range = rangeOf(ref)
  if (range) merges.push(range)
}

/** Links to another place of the workbook say nothing about a case. */
function addLink({ links }: Content, attributes: Attributes, relations: Relations): void {
  const { ref = '', location } = attributes
  const range = rangeOf(ref)
  const target = relations.get(attribute(attributes, 'id') ?? '')?.target
  if (range && target) links.push({ ...range, targets: [location ? `${target}#${location}` : target] })
}

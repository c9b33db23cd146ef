import type { Relations } from '../../office/package.ts'
import { type CellPlace, lastColumn, lastRow, type Range, rangeOf } from '../../office/reference.ts'
import { type Attributes, attribute, walkXml } from '../../office/xml-walk.ts'
import { createCellWalker } from './cell-walker.ts'
import type { Grid, LinkedRange } from './grid.ts'
import { type BookContext, type ReadCell, readCell } from './sheet-cell.ts'

interface Content {
  readonly texts: string[][]
  readonly links: LinkedRange[]
  readonly merges: Range[]
}

export function readSheetXml(part: Uint8Array, context: BookContext, relations: Relations): Grid | undefined {
  const content: Content = { texts: [], links: [], merges: [] }
  let isSound = true
  const cells = createCellWalker((cell) => {
    const read = readCell(cell, context)
    if (read === undefined) isSound = false
    else if (read.text !== '') putCell(content, cell, read)
  })
  const isWhole = walkXml(part, {
    ...cells,
    open(name, attributes) {
      if (name === 'mergeCell') addMerge(content, attributes)
      else if (name === 'hyperlink') addLink(content, attributes, relations)
      else cells.open(name, attributes)
    },
  })
  return isWhole && isSound ? content : undefined
}

function putCell({ texts, links }: Content, { row, column }: CellPlace, { text, target }: ReadCell): void {
  const isInSheet = row >= 1 && row <= lastRow && column <= lastColumn
  if (!isInSheet) return
  const cells = texts[row - 1] ?? []
  texts[row - 1] = cells
  while (cells.length < column - 1) cells.push('')
  cells[column - 1] = text
  if (target !== undefined)
    links.push({ top: row, left: column, bottom: row, right: column, targets: [target] })
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

import { lastColumn, lastRow, type Range } from '../../office/reference.ts'
import type { Budget } from './budget.ts'
import type { Grid, LinkedRange } from './grid.ts'

/** A cell as Word and pages have it: with how far it reaches, not where it stands. */
export interface TableCell {
  readonly text: string
  readonly targets: readonly string[]
  readonly columns: number
  /** Rows it reaches down, itself included. */
  readonly rows: number
  /** Word's way: the cell above reaches down into this one. */
  readonly isContinued: boolean
}

interface MergedCell extends Range {
  bottom: number
  readonly covers: number
}

interface TableLayout {
  readonly texts: string[][]
  readonly links: LinkedRange[]
  readonly placed: MergedCell[]
  readonly above: Map<number, MergedCell>
  readonly budget: Budget
}

/** Puts every cell in its own column, so that those behind a merged cell keep theirs. */
export function layOut(rows: readonly (readonly TableCell[])[], budget: Budget): Grid {
  const layout: TableLayout = { texts: [], links: [], placed: [], above: new Map(), budget }
  if (rows.length > lastRow) budget.exceed('rows')
  for (const cells of rows) {
    if (budget.exceeded()) break
    putRow(layout, cells)
  }
  const merges = layout.placed.filter(({ top, left, bottom, right }) => bottom > top || right > left)
  return { texts: layout.texts, links: layout.links, merges }
}

function putRow(layout: TableLayout, cells: readonly TableCell[]): void {
  const texts: string[] = []
  const row = layout.texts.push(texts)
  for (const cell of cells) {
    while ((layout.above.get(texts.length + 1)?.covers ?? 0) >= row) texts.push('')
    if (texts.length + cell.columns > lastColumn) layout.budget.exceed('columns')
    else putCell(layout, row, cell)
  }
  layout.budget.places(texts.length - cells.length)
}

function putCell({ texts, links, placed, above }: TableLayout, row: number, cell: TableCell): void {
  const cells = texts[row - 1] ?? []
  const left = cells.length + 1
  cells.push(cell.isContinued ? '' : cell.text, ...Array<string>(cell.columns - 1).fill(''))
  const continued = cell.isContinued ? above.get(left) : undefined
  if (continued) {
    continued.bottom = row
    return
  }
  const last = row + cell.rows - 1
  const range: MergedCell = { top: row, left, bottom: last, right: left + cell.columns - 1, covers: last }
  placed.push(range)
  for (let column = left; column <= range.right; column++) above.set(column, range)
  if (cell.targets.length > 0) links.push({ ...range, bottom: row, targets: cell.targets })
}

import { lastColumn, type Range } from '../../office/reference.ts'
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

interface Placed extends Range {
  bottom: number
  readonly covers: number
}

interface Layout {
  readonly texts: string[][]
  readonly links: LinkedRange[]
  readonly placed: Placed[]
  readonly above: Map<number, Placed>
}

/** Puts every cell in its own column, so that those behind a merged cell keep theirs. */
export function layOut(rows: readonly (readonly TableCell[])[]): Grid {
  const layout: Layout = { texts: [], links: [], placed: [], above: new Map() }
  rows.forEach((cells, index) => {
    const row = index + 1
    const texts: string[] = []
    layout.texts.push(texts)
    for (const cell of cells) {
      while ((layout.above.get(texts.length + 1)?.covers ?? 0) >= row) texts.push('')
      if (texts.length < lastColumn) putCell(layout, row, cell)
    }
  })
  const merges = layout.placed.filter(({ top, left, bottom, right }) => bottom > top || right > left)
  return { texts: layout.texts, links: layout.links, merges }
}

function putCell({ texts, links, placed, above }: Layout, row: number, cell: TableCell): void {
  const cells = texts[row - 1] ?? []
  const left = cells.length + 1
  cells.push(cell.isContinued ? '' : cell.text, ...Array<string>(cell.columns - 1).fill(''))
  const continued = cell.isContinued ? above.get(left) : undefined
  if (continued) {
    continued.bottom = row
    return
  }
  const last = row + cell.rows - 1
  const range: Placed = { top: row, left, bottom: last, right: left + cell.columns - 1, covers: last }
  placed.push(range)
  for (let column = left; column <= range.right; column++) above.set(column, range)
  if (cell.targets.length > 0) links.push({ ...range, bottom: row, targets: cell.targets })
}

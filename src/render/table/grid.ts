import { displayWidth, padEnd } from '../width.ts'
import { wrap } from '../wrap.ts'

/** One row of a drawn table: its cells, or one sentence across all of them. */
export interface GridRow {
  readonly cells: readonly string[] | string
  readonly paint?: (text: string) => string
  readonly centred?: boolean
}

export interface DrawnGrid {
  readonly widths: readonly number[]
  /** Blanks between a cell's text and its borders. */
  readonly padding: number
  readonly paintBorder: (text: string) => string
}

export function gridWidth({ widths, padding }: Pick<DrawnGrid, 'widths' | 'padding'>): number {
  return widths.reduce((total, width) => total + width + 2 * padding + 1, 1)
}

export function centre(text: string, width: number): string {
  const left = Math.max(0, Math.floor((width - displayWidth(text)) / 2))
  return ' '.repeat(left) + text
}

type Edge = 'top' | 'between' | 'bottom'

const corners: Readonly<Record<Edge, readonly [left: string, right: string]>> = {
  top: ['┌', '┐'],
  between: ['├', '┤'],
  bottom: ['└', '┘'],
}

function isDivided(row: GridRow | undefined): boolean {
  return row !== undefined && typeof row.cells !== 'string'
}

/** A sentence across the columns has no borders inside it to be joined to. */
function joint(above: GridRow | undefined, below: GridRow | undefined): string {
  if (isDivided(above)) return isDivided(below) ? '┼' : '┴'
  return isDivided(below) ? '┬' : '─'
}

function rule(grid: DrawnGrid, above: GridRow | undefined, below: GridRow | undefined): string {
  const [left, right] = corners[above === undefined ? 'top' : below === undefined ? 'bottom' : 'between']
  const bars = grid.widths.map((width) => '─'.repeat(width + 2 * grid.padding))
  return grid.paintBorder(left + bars.join(joint(above, below)) + right)
}

function drawRow(grid: DrawnGrid, row: GridRow): readonly string[] {
  const { padding, paintBorder } = grid
  const whole = typeof row.cells === 'string'
  const widths = whole ? [gridWidth(grid) - 2 - 2 * padding] : grid.widths
  const cells = whole ? [row.cells as string] : (row.cells as readonly string[])
  const columns = cells.map((cell, index) => wrap(cell, widths[index] ?? 1))
  const height = Math.max(...columns.map((lines) => lines.length))
  const blank = ' '.repeat(padding)
  return Array.from({ length: height }, (_, at) => {
    const texts = columns.map((lines, index) => {
      const width = widths[index] ?? 1
      const line = lines[at] ?? ''
      const text = blank + padEnd(row.centred ? centre(line, width) : line, width) + blank
      return row.paint ? row.paint(text) : text
    })
    const border = paintBorder('│')
    return border + texts.join(border) + border
  })
}

/** Rows in boxes. Between rows of one line each only `isApart` asks for a rule; else every row gets one. */
export function drawGrid(
  grid: DrawnGrid,
  rows: readonly GridRow[],
  isApart: (above: number) => boolean,
): readonly string[] {
  const drawn = rows.map((row) => drawRow(grid, row))
  const isTall = drawn.slice(1).some((lines) => lines.length > 1)
  return [
    rule(grid, undefined, rows[0]),
    ...drawn.flatMap((lines, index) =>
      index === rows.length - 1 || isTall || isApart(index)
        ? [...lines, rule(grid, rows[index], rows[index + 1])]
        : lines,
    ),
  ]
}

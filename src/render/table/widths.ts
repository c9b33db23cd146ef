import { displayWidth } from '../width.ts'
import { wrap } from '../wrap.ts'

export interface WidthTask {
  readonly rows: readonly (readonly string[])[]
  /** What a column gets at least, should its cells be wider. */
  readonly floors: readonly number[]
  readonly available: number
}

interface ColumnNeed {
  readonly natural: number
  readonly linesAt: (width: number) => readonly number[]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

function widthOf(cell: string): number {
  return cell.split('\n').reduce((widest, line) => Math.max(widest, displayWidth(line)), 0)
}

// Enough rows to judge by: a table of thousands gets as good widths, and gets them at once.
const sampleSize = 60

function sampleOf(cells: readonly string[]): readonly string[] {
  const step = Math.max(1, cells.length / sampleSize)
  return cells.filter((_, index) => Math.floor(index / step) > Math.floor((index - 1) / step))
}

function columnOf(cells: readonly string[], natural: number): ColumnNeed {
  const sample = sampleOf(cells)
  const known = new Map<number, readonly number[]>()
  const linesAt = (width: number) => {
    const lines = known.get(width) ?? sample.map((cell) => wrap(cell, width).length)
    known.set(width, lines)
    return lines
  }
  return { natural, linesAt }
}

/** The height of the table; a cell that is not its row's tallest counts a little, so that ties are broken. */
function costOf(lines: readonly (readonly number[])[]): number {
  const rows = (lines[0] ?? []).map((_, row) => lines.map((column) => column[row] ?? 0))
  return sum(rows.map((row) => Math.max(...row) + sum(row) / 100))
}

function nextUseful(column: ColumnNeed, width: number, spare: number): number | undefined {
  const now = sum(column.linesAt(width))
  for (let next = width + 1; next <= Math.min(width + spare, column.natural); next++) {
    if (sum(column.linesAt(next)) < now) return next
  }
  return undefined
}

/** The widths after the one widening that saves most height for each character it takes. */
function widened(columns: readonly ColumnNeed[], widths: readonly number[], spare: number) {
  const lines = columns.map((column, index) => column.linesAt(widths[index] ?? 0))
  const cost = costOf(lines)
  let best: { readonly gain: number; readonly widths: readonly number[] } | undefined
  for (const [index, column] of columns.entries()) {
    const width = widths[index] ?? 0
    const next = nextUseful(column, width, spare)
    if (next === undefined) continue
    const gain = (cost - costOf(lines.with(index, column.linesAt(next)))) / (next - width)
    if (best === undefined || gain > best.gain) best = { gain, widths: widths.with(index, next) }
  }
  return best?.widths
}

function transposed(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return (rows[0] ?? []).map((_, index) => rows.map((row) => row[index] ?? ''))
}

export function naturalWidths(rows: WidthTask['rows']): readonly number[] {
  return transposed(rows).map((cells) => cells.reduce((widest, cell) => Math.max(widest, widthOf(cell)), 0))
}

/** Shares the width out, from the floors up, so that the table gets short. Every column keeps its floor. */
export function shareWidth({ rows, floors, available }: WidthTask): readonly number[] {
  const natural = naturalWidths(rows)
  if (sum(natural) <= available) return natural
  const columns = transposed(rows).map((cells, index) => columnOf(cells, natural[index] ?? 0))
  let widths: readonly number[] = floors.map((floor, index) => Math.min(floor, natural[index] ?? floor))
  for (;;) {
    const next = widened(columns, widths, available - sum(widths))
    if (next === undefined) return widths
    widths = next
  }
}

import { cellsOf } from '../log/case-reader.ts'
import type { Row } from '../log/row.ts'
import { kindOfRow, type RowKind } from '../log/row-kind.ts'
import type { Column, Layout } from '../model/case.ts'

function withColumnFirst(index: Layout['index']): Layout['index'] {
  const moved = Object.entries(index).map(([column, at]): [Column, number] => [column as Column, at + 1])
  return { ...Object.fromEntries(moved), serial: 0 }
}

/** Totals stand under their headings: one column off they could read as a case. */
function readsOtherwise(row: Row, { index }: Layout): boolean {
  return kindOfRow(cellsOf(row, withColumnFirst(index)), row.cells) !== 'furniture'
}

/** What a missing 序号 column says in a row that is no case; undefined where the row stays as it is. */
export function addedCell(kind: Exclude<RowKind, 'case'>, row: Row, layout: Layout): string | undefined {
  if (kind === 'heading') return serialHeading
  if (kind === 'placeholder') return ''
  return kind === 'furniture' && readsOtherwise(row, layout) ? '' : undefined
}

export interface CellText {
  readonly line: number
  readonly sheet?: string
  /** Where 序号 stands in the row; undefined where the column is missing: a text gets it first, a sheet last. */
  readonly index: number | undefined
  /** The column whose looks a missing one takes on. */
  readonly like?: number
  /** A number, '' for a blank, or the heading of a missing column. */
  readonly text: string
  /** A repair leaves what is computed to its formula. */
  readonly isRepair?: boolean
}

export const serialHeading = '序号'

export interface WrittenLog {
  readonly bytes: Uint8Array
  /** What had to change besides. */
  readonly notes: readonly string[]
  /** Cells that could not be written: computed ones, characters that the encoding does not have. */
  readonly left: readonly CellText[]
}

/** Why the log cannot be written without changing more than 序号. */
export interface Unwritable {
  readonly message: string
  readonly remedy: string
}

import type { Column } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/log-fault.ts'

/** 0 is A. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter
}

/** Where a finding points: line, cell and heading, as far as there are any. */
export function placeOf({ layout, line, row, index }: Place, column: Column | undefined): Partial<Finding> {
  const at = index ?? (column && layout.index[column])
  const heading = column && layout.heading[column]
  return {
    ...(layout.sheet !== undefined && { sheet: layout.sheet }),
    ...(line !== undefined && { line }),
    ...(row !== undefined && at !== undefined && { cell: `${letterOf(at)}${row}` }),
    ...(column && { column }),
    ...(heading !== undefined && { heading }),
  }
}

import type { Case, Column } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { Place } from '../model/log-fault.ts'
import { rowInWords } from '../model/row-in-words.ts'

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

/** In a document nobody sees which row it is. */
export function rowNameOf(
  place: (Pick<Place, 'layout' | 'row'> & { readonly text?: Case['text'] }) | undefined,
): Pick<Finding, 'rowName'> {
  if (!place?.layout.isDocument || place.row === undefined) return {}
  const { type = null, serial = null } = place.text ?? {}
  return { rowName: rowInWords({ isDocument: true, row: place.row, type, serial }) }
}

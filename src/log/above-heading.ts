import { caseTypeNamed } from '../model/case-type.ts'
import { type CaseText, cellsOf } from './case-reader.ts'
import type { ReadLayout } from './layout.ts'
import type { Row } from './row.ts'
import { foldWidth, withoutSpaces } from './spell/blank.ts'
import { readDate } from './spell/date.ts'

/** A title or 时间 fills one of these cells by chance, never two. */
function readsAsCase({ type, caseNumber, filed }: CaseText): boolean {
  const signs = [
    caseTypeNamed(withoutSpaces(type)) !== undefined,
    /\d.*号$/.test(foldWidth(caseNumber)),
    filed !== '' && readDate(filed) !== undefined,
  ]
  return signs.filter(Boolean).length >= 2
}

/** A sheet that was sorted with its heading has cases above it. */
export function casesAbove(rows: readonly Row[], { layout }: ReadLayout): readonly Row[] {
  return rows.filter((row) => readsAsCase(cellsOf(row, layout.index)))
}

import type { Statistics } from '../model/table.ts'

/** Of a table that is handed on: the cases are what it is for, but nobody needs a number out of a remark. */
export function withMaskedRemarks(
  { table, ...others }: Statistics,
  masked: (text: string) => string,
): Statistics {
  const sections = table.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({ ...row, remark: row.remark && masked(row.remark) })),
  }))
  return { ...others, table: { ...table, sections } }
}

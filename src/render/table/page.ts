import type { Column } from '../../model/case.ts'

/**
 * Millimetres. A4 on its side, because nine columns with addresses want the width. GB/T 9704-2012 binds such a
 * page by its upper edge, so its margins (top 37, bottom 35, left 28, right 26) turn with the sheet.
 */
export const page = { width: 297, height: 210, top: 28, bottom: 26, left: 35, right: 37 } as const

/** Millimetres; together as wide as the page between its margins. */
export const columnWidths: Readonly<Record<Column, number>> = {
  serial: 10,
  type: 25,
  caseNumber: 29,
  filed: 23,
  closed: 23,
  outcome: 25,
  published: 11,
  url: 49,
  remark: 30,
}

/**
 * Points. GB/T 9704-2012: 2号 for the title, 3号 for the label; a table of nine columns is set in 五号, and in it an
 * address that would make its row higher than a case number does is smaller still.
 */
export const typeSizes = { label: 16, title: 22, line: 12, cell: 10.5, longLink: 6, note: 10.5 } as const

import type { Column } from '../../model/case.ts'

/** Millimetres. A4 on its side, because nine columns with addresses want the width; margins of GB/T 9704-2012. */
export const page = { width: 297, height: 210, top: 37, bottom: 35, left: 28, right: 26 } as const

/** Millimetres; together as wide as the page between its margins. */
export const columnWidths: Readonly<Record<Column, number>> = {
  serial: 11,
  type: 27,
  caseNumber: 36,
  filed: 22,
  closed: 22,
  outcome: 25,
  published: 13,
  url: 48,
  remark: 39,
}

/** Points. GB/T 9704-2012: 2号 for the title, 3号 for the label; a table of nine columns is set in 五号. */
export const typeSizes = { label: 16, title: 22, line: 12, cell: 10.5, note: 10.5 } as const

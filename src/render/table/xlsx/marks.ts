import { attribute, elements } from '../../../office/xml-text.ts'
import type { MarkedText } from './marked-text.ts'
import { markedText } from './marked-text.ts'
import type { TemplateCell, TemplateRow } from './sheet.ts'
import { caseNames, typeNames } from './values.ts'
import type { TemplateSheet, Workbook } from './workbook.ts'

export type RowKind = 'case' | 'type'

export interface MarkedRow {
  readonly row: number
  readonly kind: RowKind
}

/** The XML of a text cell's text; undefined for numbers, formulas and the rest. */
export function textItem(cell: TemplateCell, strings: readonly string[]): string | undefined {
  const type = attribute(cell.tag, 't')
  if (type === 's') return strings[Number(elements(cell.inner, 'v')[0]?.inner)]
  return type === 'inlineStr' ? elements(cell.inner, 'is')[0]?.inner : undefined
}

export function markedCell(cell: TemplateCell, strings: readonly string[]): MarkedText | undefined {
  const item = textItem(cell, strings)
  return item === undefined ? undefined : markedText(item)
}

export function namesIn(row: TemplateRow, strings: readonly string[]): readonly string[] {
  return row.cells.flatMap((cell) => markedCell(cell, strings)?.names ?? [])
}

export function markedRows(sheet: TemplateSheet, workbook: Workbook): readonly MarkedRow[] {
  return sheet.xml.rows.flatMap((row) => {
    const names = namesIn(row, workbook.strings)
    const kinds: RowKind[] = []
    if (names.some((name) => caseNames.includes(name))) kinds.push('case')
    if (names.some((name) => typeNames.includes(name))) kinds.push('type')
    return kinds.map((kind) => ({ row: row.row, kind }))
  })
}

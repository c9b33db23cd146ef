import { isIn, rangeOf } from '../../../office/reference.ts'
import { attribute, elements } from '../../../office/xml-text.ts'
import { mapReferences } from './formula.ts'
import type { MarkedText } from './marked-text.ts'
import { markedText } from './marked-text.ts'
import { formulaOf, type TemplateCell, type TemplateRow } from './sheet.ts'
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

/** Functions that count a text; COUNT and SUM pass it over. */
const countsTexts = /\b(?:COUNTA|COUNTIFS?|COUNTBLANK|SUMPRODUCT)\s*\(/i

/** The markers of the case row that stand in a column such a function covers, on whatever sheet it is. */
export function countedMarkers(workbook: Workbook): ReadonlySet<string> {
  const counted = new Set<string>()
  const formulas = workbook.sheets.flatMap((home) =>
    home.xml.rows.flatMap(({ cells }) =>
      cells
        .flatMap((cell) => ({ home, text: formulaOf(cell) ?? '' }))
        .filter(({ text }) => countsTexts.test(text)),
    ),
  )
  for (const sheet of workbook.sheets) {
    const marked = markedRows(sheet, workbook).find(({ kind }) => kind === 'case')
    const cells = sheet.xml.rows.find(({ row }) => row === marked?.row)?.cells ?? []
    const note = (reference: string): void => {
      const range = rangeOf(reference)
      const covered = cells.filter(({ column }) => range && isIn(range, { row: marked?.row ?? 0, column }))
      for (const cell of covered)
        for (const name of markedCell(cell, workbook.strings)?.names ?? []) counted.add(name)
    }
    for (const { home, text } of formulas)
      mapReferences(text, (reference) => {
        if ((reference.sheet ?? home.name).toLowerCase() === sheet.name.toLowerCase()) note(reference.cells)
        return reference.cells
      })
  }
  return counted
}

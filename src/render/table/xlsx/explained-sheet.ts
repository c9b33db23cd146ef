import { explainedHeadings, explainedTitle } from '../../../model/explained-table.ts'
import type { Statistics } from '../../../model/table.ts'
import { cellName } from '../../../office/reference.ts'
import { attribute, elements, escapeText, tags } from '../../../office/xml-text.ts'
import { dateText, unitText } from '../cells.ts'
import { explainedRows, isProse } from '../explained.ts'
import { columnNames, fieldNames } from '../markers.ts'
import { type WithSheet, withAddedSheet } from './added-sheet.ts'
import { markedRows, namesIn } from './marks.ts'
import { heightOf, highestRow } from './measures.ts'
import type { Styles } from './styles.ts'
import type { TemplateCell, TemplateSheet, Workbook } from './workbook.ts'

/**
 * 审核说明 as the last sheet of a workbook, ours or a bureau's own: it is set on the form's paper in the form's letters,
 * which are found where the form's title, 填报单位, headings and cases stand.
 */

/** Characters, a column each. */
const widths = [5.4, 13.4, 26, 35, 45]
const pointsPerWidth = 5.25
const leastHeights = { title: 60, line: 24, heading: 27, row: 27 } as const
/** What Excel takes in a cell. */
const longestText = 32_767

export interface Looks {
  readonly title: number
  readonly unit: number
  readonly date: number
  readonly heading: number
  readonly centred: number
  readonly prose: number
}

function styleOf(cell: TemplateCell | undefined): number {
  return Number((cell && attribute(cell.tag, 's')) ?? 0)
}

export function formSheetOf(workbook: Workbook): TemplateSheet | undefined {
  return workbook.sheets.find((sheet) => markedRows(sheet, workbook).some(({ kind }) => kind === 'case'))
}

export function looksOf(workbook: Workbook, styles: Styles): Looks {
  const sheet = formSheetOf(workbook)
  const caseRow = sheet && markedRows(sheet, workbook).find(({ kind }) => kind === 'case')?.row
  const rows = sheet?.xml.rows ?? []
  const above = rows.filter(({ row }) => row < (caseRow ?? 0))
  const named = (name: string): TemplateCell | undefined =>
    rows
      .flatMap((row) => row.cells.map((cell) => ({ row, cell })))
      .find(({ row, cell }) => namesIn({ ...row, cells: [cell] }, workbook.strings).includes(name))?.cell
  const number = named(columnNames.caseNumber)
  const heading = above.at(-1)?.cells.find(({ column }) => column === number?.column)
  // The title is what stands above in the largest letters, with a marker in it or not.
  const largest = above
    .slice(0, -1)
    .flatMap(({ cells }) => cells)
    .map(styleOf)
    .toSorted((one, other) => styles.fontSize(other) - styles.fontSize(one))
  const wrapped = (style: number): number => styles.variant(style, { wrap: true })
  return {
    title: largest[0] ?? 0,
    unit: styleOf(named(fieldNames.unit)),
    date: styleOf(named(fieldNames.date)),
    heading: styleOf(heading),
    centred: wrapped(styleOf(number)),
    prose: wrapped(styleOf(named(columnNames.remark))),
  }
}

interface Cell {
  readonly text: string
  readonly style: number
}

function cellXml({ text, style }: Cell, row: number, column: number): string {
  const start = `<c r="${cellName({ row, column })}" s="${style}"`
  return text === ''
    ? `${start}/>`
    : `${start} t="inlineStr"><is><t xml:space="preserve">${escapeText(text.slice(0, longestText))}</t></is></c>`
}

function rowXml(cells: readonly Cell[], row: number, least: number, styles: Styles): string {
  const heights = cells.map(({ text, style }, at) => {
    const space = { width: (widths[at] ?? 10) * pointsPerWidth, elsewhere: 0 }
    return heightOf(text, space, styles.fontSize(style))
  })
  const height = Math.min(highestRow, Math.max(least, ...heights))
  const inner = cells.map((cell, at) => cellXml(cell, row, at + 1)).join('')
  return `<row r="${row}" ht="${height}" customHeight="1">${inner}</row>`
}

/** A line over several columns; only its first cell holds a text. */
function lineXml(parts: readonly (Cell & { readonly columns: number })[], row: number, height: number) {
  const cells = parts.flatMap(({ text, style, columns }) =>
    Array.from({ length: columns }, (_, at) => ({ text: at === 0 ? text : '', style })),
  )
  const inner = cells.map((cell, at) => cellXml(cell, row, at + 1)).join('')
  return `<row r="${row}" ht="${height}" customHeight="1">${inner}</row>`
}

function rowsXml({ table, explained }: Statistics, looks: Looks, styles: Styles): string {
  const literal = (text: string, style: number): number =>
    /^[=+\-@]/.test(text) ? styles.variant(style, { literal: true }) : style
  const heading = explainedHeadings.map((text) => ({ text, style: looks.heading }))
  const title = [{ text: explainedTitle, style: looks.title, columns: 5 }]
  const unit = { text: unitText(table), style: looks.unit, columns: 4 }
  const date = { text: dateText(table), style: looks.date, columns: 1 }
  return [
    lineXml(title, 1, leastHeights.title),
    lineXml([unit, date], 2, leastHeights.line),
    rowXml(heading, 3, leastHeights.heading, styles),
    ...explainedRows(explained).map((texts, at) => {
      const cells = texts.map((text, column) => {
        return { text, style: literal(text, isProse(column) ? looks.prose : looks.centred) }
      })
      return rowXml(cells, at + 4, leastHeights.row, styles)
    }),
  ].join('')
}

/** The form's margins, paper and page numbers. */
export function paperOf(sheet: TemplateSheet | undefined): string {
  const tail = sheet?.xml.tail ?? ''
  const [setup = ''] = tags(tail, 'pageSetup')
  const orientation = attribute(setup, 'orientation') ?? 'landscape'
  const options = '<printOptions horizontalCentered="1"/>'
  const margins = tags(tail, 'pageMargins')[0] ?? ''
  const page = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
  return options + margins + page + (elements(tail, 'headerFooter')[0]?.whole ?? '')
}

function sheetXml(statistics: Statistics, workbook: Workbook, styles: Styles): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const merges = ['A1:E1', 'A2:D2'].map((ref) => `<mergeCell ref="${ref}"/>`)
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0" showGridLines="0">',
    '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols>`,
    `<sheetData>${rowsXml(statistics, looksOf(workbook, styles), styles)}</sheetData>`,
    `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    `${paperOf(formSheetOf(workbook))}</worksheet>`,
  ].join('')
}

/** The workbook as it is where nothing was explained. */
export function withExplainedSheet(workbook: Workbook, statistics: Statistics, styles: Styles): WithSheet {
  if (statistics.explained.length === 0) return { workbook, edits: [] }
  const xml = sheetXml(statistics, workbook, styles)
  return withAddedSheet(workbook, { title: explainedTitle, xml, headingRow: 3 })
}

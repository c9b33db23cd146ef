import { columns } from '../../../model/case.ts'
import { explainedHeadings, explainedTitle } from '../../../model/explanation.ts'
import type { Statistics, TableRow } from '../../../model/table.ts'
import { cellName, rangeName } from '../../../office/reference.ts'
import { escapeText } from '../../../office/xml-text.ts'
import { cityLists } from '../../collect/desk-lists.ts'
import { rosterLists } from '../../collect/roster.ts'
import { type List, type ListCell, words } from '../../list/list.ts'
import { printable } from '../../printable.ts'
import { displayWidth } from '../../width.ts'
import { cellTexts, dateText, headingTexts, unitHeading, unitText } from '../cells.ts'
import { explainedRows, isProse } from '../explained.ts'
import { type Looks, looksOf, paperOf, type WithSheet, withAddedSheet } from './added-sheet.ts'
import { heightOf, highestRow } from './measures.ts'
import type { Styles } from './styles.ts'
import type { TemplateBook } from './workbook.ts'

/**
 * The lists beside the form, each a sheet in the form's letters on the form's paper. Whoever collects gets 明细 behind
 * the form, with the unit of every case, and the desk's lists behind 汇总; 审核说明 is the last sheet of any workbook,
 * ours or a bureau's own. The form itself stays as the notice prints it.
 */
interface ListSheet extends Pick<List, 'title' | 'rows'> {
  readonly headings: readonly string[]
  /** Characters. */
  readonly widths: readonly number[]
  /** Which columns hold sentences: they begin at the left. */
  readonly isProse: (at: number) => boolean
  /** Points. */
  readonly least: { readonly heading: number; readonly row: number }
  /** The lines above the heading. */
  readonly top: readonly TopLine[]
  /** As of `AddedSheet`. */
  readonly filter?: string
  readonly at?: number | undefined
}

interface TopLine {
  readonly cells: readonly StyledCell[]
  readonly height: number
  /** Over how many columns its first cell goes. */
  readonly merged: number
}

interface StyledCell {
  readonly value: ListCell
  readonly style: number
}

const headingRow = 3
const pointsPerWidth = 5.25
/** What Excel takes in a cell. */
const longestText = 32_767

function cellXml({ value, style }: StyledCell, row: number, column: number): string {
  const start = `<c r="${cellName({ row, column })}" s="${style}"`
  if (value === '') return `${start}/>`
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`
  const text = escapeText(printable(value.slice(0, longestText)))
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

function rowXml(cells: readonly StyledCell[], row: number, height: number): string {
  const inner = cells.map((cell, at) => cellXml(cell, row, at + 1)).join('')
  return `<row r="${row}" ht="${height}" customHeight="1">${inner}</row>`
}

function rowsXml(sheet: ListSheet, looks: Looks, styles: Styles): readonly string[] {
  const fitted = (
    values: readonly ListCell[],
    row: number,
    least: number,
    lookOf: (at: number) => number,
  ) => {
    const cells = values.map((value, at) => {
      const isFormula = typeof value === 'string' && /^[=+\-@]/.test(value)
      const style = isFormula ? styles.variant(lookOf(at), { literal: true }) : lookOf(at)
      return { value, style }
    })
    const heights = cells.map(({ value, style }, at) => {
      const space = { width: (sheet.widths[at] ?? 10) * pointsPerWidth, elsewhere: 0 }
      return heightOf(String(value), space, styles.fontSize(style))
    })
    return rowXml(cells, row, Math.min(highestRow, Math.max(least, ...heights)))
  }
  const lookOf = (at: number): number => (sheet.isProse(at) ? looks.prose : looks.centred)
  return [
    ...sheet.top.map(({ cells, height }, at) => rowXml(cells, at + 1, height)),
    fitted(sheet.headings, headingRow, sheet.least.heading, () => looks.heading),
    ...sheet.rows.map((row, at) => fitted(row, headingRow + 1 + at, sheet.least.row, lookOf)),
  ]
}

function sheetXml(sheet: ListSheet, workbook: TemplateBook, looks: Looks, styles: Styles): string {
  const cols = sheet.widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  const merges = sheet.top.map(({ merged }, at) => {
    return `<mergeCell ref="${rangeName({ left: 1, top: at + 1, right: merged, bottom: at + 1 })}"/>`
  })
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0" showGridLines="0">',
    `<pane ySplit="${headingRow}" topLeftCell="A${headingRow + 1}" activePane="bottomLeft" state="frozen"/>`,
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols>`,
    `<sheetData>${rowsXml(sheet, looks, styles).join('')}</sheetData>`,
    ...(sheet.filter === undefined ? [] : [`<autoFilter ref="${sheet.filter}"/>`]),
    `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    `${paperOf(workbook)}</worksheet>`,
  ].join('')
}

function explainedSheet({ table, explained }: Statistics, looks: Looks): ListSheet {
  const across = (value: string, style: number, length: number): readonly StyledCell[] =>
    Array.from({ length }, (_, at) => ({ value: at === 0 ? value : '', style }))
  const unit = [...across(unitText(table), looks.unit, 4), { value: dateText(table), style: looks.date }]
  return {
    title: explainedTitle,
    headings: explainedHeadings,
    rows: explainedRows(explained),
    widths: [5.4, 13.4, 26, 35, 45],
    isProse,
    least: { heading: 27, row: 27 },
    top: [
      { cells: across(explainedTitle, looks.title, 5), height: 60, merged: 5 },
      { cells: unit, height: 24, merged: 4 },
    ],
  }
}

type SheetList = Omit<List, 'id'>

function widthsOf({ columns, rows }: SheetList): readonly number[] {
  // Enough rows to judge by.
  const some = rows.slice(0, 500)
  return columns.map(({ heading }, at) => {
    const cells = [heading, ...some.map((row) => String(row[at] ?? ''))]
    return Math.min(44, Math.max(6, ...cells.map((cell) => displayWidth(cell) + 3)))
  })
}

function citySheet(list: SheetList, looks: Looks, styles: Styles): ListSheet {
  const widths = widthsOf(list)
  const style = styles.variant(looks.unit, { wrap: true })
  const space = { width: widths.reduce((sum, width) => sum + width, 0) * pointsPerWidth, elsewhere: 0 }
  const line = (value: string): TopLine => {
    const height = Math.max(18, heightOf(value, space, styles.fontSize(style)))
    return { cells: [{ value, style }], height, merged: widths.length }
  }
  return {
    title: list.title,
    headings: list.columns.map(({ heading }) => heading),
    rows: list.rows,
    widths,
    isProse: (at) => (widths[at] ?? 0) > 22,
    least: { heading: 24, row: 18 },
    top: [line(list.title), line(list.notes.join(''))],
    filter: rangeName({
      left: 1,
      top: headingRow,
      right: widths.length,
      bottom: headingRow + list.rows.length,
    }),
  }
}

/** Every case with its unit: what a filter or a pivot table is made from. */
function detailList({ table }: Statistics): SheetList {
  const cellsOf = (row: TableRow): readonly ListCell[] => [
    row.unit ?? '',
    ...cellTexts(row).map((text, at) => (columns[at] === 'serial' ? row.serial : text)),
  ]
  return {
    title: '明细',
    columns: words(unitHeading, ...headingTexts),
    rows: table.sections.flatMap((section) => section.rows.map(cellsOf)),
    notes: ['与第一张表相同的案件，写明各是哪个单位的；可以按单位筛选。'],
  }
}

/** The workbook as it is where the table is of one unit and nothing was explained. */
export function withListSheets(workbook: TemplateBook, statistics: Statistics, styles: Styles): WithSheet {
  const { city, totals, explained } = statistics
  if (city === undefined && explained.length === 0) return { workbook, edits: [] }
  const looks = looksOf(workbook, styles)
  const ofCity = city ? [detailList(statistics), ...rosterLists(city), ...cityLists(city, totals)] : []
  const sheets: readonly ListSheet[] = [
    ...ofCity.map((list, at) => ({ ...citySheet(list, looks, styles), at: at === 0 ? 1 : undefined })),
    ...(explained.length > 0 ? [explainedSheet(statistics, looks)] : []),
  ]
  let result: WithSheet = { workbook, edits: [] }
  for (const sheet of sheets) {
    const xml = sheetXml(sheet, workbook, looks, styles)
    const added = withAddedSheet(result.workbook, { ...sheet, headingRow, xml })
    result = { workbook: added.workbook, edits: [...result.edits, ...added.edits] }
  }
  return result
}

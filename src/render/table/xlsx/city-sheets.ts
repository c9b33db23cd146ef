import { columns } from '../../../model/case.ts'
import type { Statistics } from '../../../model/table.ts'
import { cellName, rangeName } from '../../../office/reference.ts'
import { escapeText } from '../../../office/xml-text.ts'
import { cityLists } from '../../collect/desk-lists.ts'
import { rosterLists } from '../../collect/roster.ts'
import { type List, type ListCell, words } from '../../list/list.ts'
import { printable } from '../../printable.ts'
import { displayWidth } from '../../width.ts'
import { cellTexts, headingTexts, unitHeading } from '../cells.ts'
import { type AddedSheet, type WithSheet, withAddedSheet } from './added-sheet.ts'
import { formSheetOf, type Looks, looksOf, paperOf } from './explained-sheet.ts'
import { heightOf } from './measures.ts'
import type { Styles } from './styles.ts'
import type { Workbook } from './workbook.ts'

/**
 * What the desk of many units is told, each table a sheet: 明细 behind the form, with the unit of every case, the
 * others behind 汇总. The form itself stays as the notice prints it.
 */

type SheetList = Omit<List, 'id'>

const headingRow = 3
/** Characters. */
const narrowest = 6
const widest = 44
const pointsPerWidth = 5.25
/** What Excel takes in a cell. */
const longestText = 32_767

function widthsOf({ columns, rows }: SheetList): readonly number[] {
  // Enough rows to judge by.
  const some = rows.slice(0, 500)
  return columns.map(({ heading }, at) => {
    const cells = [heading, ...some.map((row) => String(row[at] ?? ''))]
    const longest = Math.max(...cells.map(displayWidth))
    return Math.min(widest, Math.max(narrowest, longest + 3))
  })
}

function cellXml(value: ListCell, style: number, row: number, column: number): string {
  const start = `<c r="${cellName({ row, column })}" s="${style}"`
  if (value === '') return `${start}/>`
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`
  const text = escapeText(printable(value.slice(0, longestText)))
  return `${start} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

interface Drawing {
  readonly widths: readonly number[]
  /** Which columns hold sentences: they begin at the left. */
  readonly isProse: readonly boolean[]
  readonly looks: Looks
  readonly styles: Styles
}

function rowXml(
  cells: readonly ListCell[],
  row: number,
  { widths, isProse, looks, styles }: Drawing,
): string {
  const isHeading = row === headingRow
  const drawn = cells.map((value, at) => {
    const base = isHeading ? looks.heading : isProse[at] ? looks.prose : looks.centred
    const isFormula = typeof value === 'string' && /^[=+\-@]/.test(value)
    const style = isFormula ? styles.variant(base, { literal: true }) : base
    const space = { width: (widths[at] ?? 10) * pointsPerWidth, elsewhere: 0 }
    const height = heightOf(String(value), space, styles.fontSize(style))
    return { xml: cellXml(value, style, row, at + 1), height }
  })
  const height = Math.min(400, Math.max(isHeading ? 24 : 18, ...drawn.map((cell) => cell.height)))
  return `<row r="${row}" ht="${height}" customHeight="1">${drawn.map(({ xml }) => xml).join('')}</row>`
}

/** A line across the whole table. */
function lineXml(text: string, row: number, { widths, looks, styles }: Drawing): string {
  const width = widths.reduce((sum, one) => sum + one, 0)
  const style = styles.variant(looks.unit, { wrap: true })
  const space = { width: width * pointsPerWidth, elsewhere: 0 }
  const height = Math.max(18, heightOf(text, space, styles.fontSize(style)))
  return `<row r="${row}" ht="${height}" customHeight="1">${cellXml(text, style, row, 1)}</row>`
}

function filterOf({ columns, rows }: SheetList): string {
  return rangeName({ left: 1, top: headingRow, right: columns.length, bottom: headingRow + rows.length })
}

function sheetXml(list: SheetList, workbook: Workbook, styles: Styles): string {
  const widths = widthsOf(list)
  const isProse = widths.map((width) => width > 22)
  const drawing = { widths, isProse, looks: looksOf(workbook, styles), styles }
  const last = list.columns.length
  const merges = [1, 2].map((row) => {
    return `<mergeCell ref="${rangeName({ left: 1, top: row, right: last, bottom: row })}"/>`
  })
  const cols = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    '<sheetViews><sheetView workbookViewId="0" showGridLines="0">',
    `<pane ySplit="${headingRow}" topLeftCell="A${headingRow + 1}" activePane="bottomLeft" state="frozen"/>`,
    `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>`,
    lineXml(list.title, 1, drawing),
    lineXml(list.notes.join(''), 2, drawing),
    rowXml(
      list.columns.map(({ heading }) => heading),
      headingRow,
      drawing,
    ),
    ...list.rows.map((row, at) => rowXml(row, headingRow + 1 + at, drawing)),
    `</sheetData><autoFilter ref="${filterOf(list)}"/><mergeCells count="2">${merges.join('')}</mergeCells>`,
    `${paperOf(formSheetOf(workbook))}</worksheet>`,
  ].join('')
}

/** Every case with its unit: what a filter or a pivot table is made from. */
function detailList({ table }: Statistics): SheetList {
  const rows = table.sections.flatMap((section) =>
    section.rows.map((row): readonly ListCell[] => [
      row.unit ?? '',
      ...cellTexts(row).map((text, at) => (columns[at] === 'serial' ? row.serial : text)),
    ]),
  )
  return {
    title: '明细',
    columns: words(unitHeading, ...headingTexts),
    rows,
    notes: ['与第一张表相同的案件，写明各是哪个单位的；可以按单位筛选。'],
  }
}

/** The workbook as it is where the table is of one unit. */
export function withCitySheets(workbook: Workbook, statistics: Statistics, styles: Styles): WithSheet {
  const { city, totals } = statistics
  if (city === undefined) return { workbook, edits: [] }
  const lists = [...rosterLists(city), ...cityLists(city, totals)]
  const sheet = (list: SheetList): AddedSheet => ({
    title: list.title,
    xml: sheetXml(list, workbook, styles),
    headingRow,
    filter: filterOf(list),
  })
  const sheets = [{ ...sheet(detailList(statistics)), at: 1 }, ...lists.map(sheet)]
  return sheets.reduce<WithSheet>(
    (all, one) => {
      const added = withAddedSheet(all.workbook, one)
      return { workbook: added.workbook, edits: [...all.edits, ...added.edits] }
    },
    { workbook, edits: [] },
  )
}

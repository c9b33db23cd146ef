import type { Severity } from '../../model/finding.ts'
import { printable } from '../printable.ts'
import { displayWidth } from '../width.ts'
import type { ExcelBook, Worksheet } from '../workbook.ts'
import type { List } from './list.ts'

type ListRow = ReturnType<Worksheet['addRow']>

/** One object for all cells of a kind: exceljs compares styles by identity before it compares them by content. */
export const fonts = {
  plain: { name: '宋体', size: 11 },
  bold: { name: '宋体', size: 11, bold: true },
  link: { name: '宋体', size: 11, color: { argb: 'FF0563C1' }, underline: true },
} as const

/** The usual colours of a spreadsheet's own good and bad cells. */
export const severityColours = { error: 'FFFFC7CE', warning: 'FFFFEB9C', note: 'FFDDEBF7' } as const

function fillOf(argb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } } as const
}

export const severityFills: Readonly<Record<Severity, ReturnType<typeof fillOf>>> = {
  error: fillOf(severityColours.error),
  warning: fillOf(severityColours.warning),
  note: fillOf(severityColours.note),
}

export const headingFill = fillOf('FFE7EEF7')
export const writeHereFill = fillOf('FFFFFBE6')
export const explainedFill = fillOf('FFE2EFDA')

const alignment = { vertical: 'top', wrapText: true } as const

/**
 * Whole styles, one object for all cells of a kind: set part by part, each of a hundred thousand cells would have an
 * object of its own.
 */
export const cellStyles = {
  plain: { font: fonts.plain, alignment },
  link: { font: fonts.link, alignment },
} as const

const filled = new Map<object, object>()

/** The plain style on this ground. */
export function plainOn(fill: object): object {
  const style = filled.get(fill) ?? { ...cellStyles.plain, fill }
  filled.set(fill, style)
  return style
}

/** What Excel takes in one cell; a log's own cell may hold more. */
const longestCell = 32_000

export function cellText(text: string): string {
  return printable(text.length > longestCell ? `${text.slice(0, longestCell)}…` : text)
}

const lineHeight = 15
const tallest = 300

/** Excel grows no row for wrapped text that a program wrote. */
export function heightOf(cells: readonly string[], widths: readonly number[]): number {
  const lines = cells.map((cell, at) =>
    cell
      .split('\n')
      .reduce((sum, part) => sum + Math.max(1, Math.ceil(displayWidth(part) / ((widths[at] ?? 10) - 1))), 0),
  )
  return Math.min(tallest, lineHeight * Math.max(1, ...lines) + 3)
}

/** A row of a list; where nothing is said no cell is made, which of ten thousand rows are a good part. */
export function addListRow(sheet: Worksheet, cells: readonly string[], widths: readonly number[]): ListRow {
  const row = sheet.addRow(cells.map((cell) => (cell === '' ? undefined : cell)))
  row.height = heightOf(cells, widths)
  for (const [at, cell] of cells.entries()) if (cell !== '') row.getCell(at + 1).style = cellStyles.plain
  return row
}

interface SheetColumn {
  readonly heading: string
  readonly width: number
}

/** A4 on its side, all columns on one page, as many pages as there are rows for. */
export const landscape = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const

/** A list to be filtered, printed on its side with the heading on each page. */
export function addListSheet(workbook: ExcelBook, name: string, columns: readonly SheetColumn[]): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      ...landscape,
      printTitlesRow: '1:1',
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  })
  sheet.columns = columns.map(({ heading, width }) => ({ header: heading, width }))
  const row = sheet.getRow(1)
  row.height = 22
  for (let at = 1; at <= columns.length; at += 1) {
    const cell = row.getCell(at)
    cell.font = fonts.bold
    cell.fill = headingFill
    cell.alignment = { vertical: 'middle', wrapText: true }
  }
  return sheet
}

/** exceljs joins cells with the same rule one by one; its own list takes a whole column at once. */
export function addRule(sheet: object, range: string, rule: object): void {
  if ('dataValidations' in sheet) {
    const rules = sheet.dataValidations as { add(range: string, rule: object): void }
    rules.add(range, rule)
  }
}

export function filterAll(sheet: Worksheet, columns: number): void {
  sheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(2, sheet.rowCount), column: columns },
  }
}

/** Characters. */
const narrowest = 8
const widest = 60

function measured({ columns, rows }: Pick<List, 'columns' | 'rows'>): readonly number[] {
  return columns.map(({ heading }, at) => {
    const cells = [heading, ...rows.map((row) => String(row[at] ?? ''))]
    return Math.min(widest, Math.max(narrowest, ...cells.map((cell) => displayWidth(cell) + 2)))
  })
}

/** A whole list on a sheet of its own, as wide as its columns are or as it is told. */
export function addList(
  workbook: ExcelBook,
  list: Pick<List, 'title' | 'columns' | 'rows'>,
  widths: readonly number[] = measured(list),
): void {
  const { title, columns, rows } = list
  const shown = columns.map(({ heading }, at) => ({ heading, width: widths[at] ?? narrowest }))
  const sheet = addListSheet(workbook, title, shown)
  for (const cells of rows) {
    addListRow(
      sheet,
      cells.map((cell) => cellText(String(cell))),
      widths,
    )
  }
  filterAll(sheet, columns.length)
}

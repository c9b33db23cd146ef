import ExcelJS, { type Alignment, type Borders, type Style, type Worksheet } from 'exceljs'
import { type Column, columns } from '../../src/model/case.ts'
import { ownSheetName, referenceTo } from '../../src/office/own-sheets.ts'
import { headingTexts } from '../../src/render/table/cells.ts'
import { columnNames, fieldNames, marker } from '../../src/render/table/markers.ts'
import { columnWidths, page, typeSizes } from '../../src/render/table/page.ts'
import {
  medianHeading,
  nameHeading,
  numberHeadings,
  outcomesHeading,
  totalsTitle,
} from '../../src/render/table/totals.ts'
import { reproducible } from './xlsx-reproducible.ts'

const mmPerInch = 25.4
const pointsPerWidth = 5.25
/** Pixels are rounded up for every column: a hair less, and the page needs no scaling. */
const ease = 0.995

/** 是否公开 breaks after two characters, not three: a cell of Excel has next to no margin. */
const widths = { ...columnWidths, published: columnWidths.published - 2.5, url: columnWidths.url + 2.5 }

const line = { style: 'thin' } as const
const box: Partial<Borders> = { top: line, bottom: line, left: line, right: line }
const body = '仿宋_GB2312'
const strong = '黑体'

interface Look {
  readonly name: string
  readonly size: number
  readonly horizontal: NonNullable<Alignment['horizontal']>
  readonly boxed?: boolean
  readonly vertical?: Alignment['vertical']
}

function style({ name, size, horizontal, boxed = false, vertical = 'middle' }: Look): Partial<Style> {
  return {
    font: { name, size, family: 3, charset: 134 },
    alignment: { horizontal, vertical, wrapText: true },
    ...(boxed && { border: box }),
  }
}

const label = style({ name: strong, size: typeSizes.label, horizontal: 'left' })
/** In the third line: the blank one is the upper half of its row. */
const titleLook = { name: '方正小标宋简体', size: typeSizes.title, horizontal: 'center' } as const
const title = style({ ...titleLook, vertical: 'bottom' })
const left = style({ name: body, size: typeSizes.line, horizontal: 'left' })
const right = style({ name: body, size: typeSizes.line, horizontal: 'right' })
const heading = style({ name: strong, size: typeSizes.cell, horizontal: 'center', boxed: true })
const centred = style({ name: body, size: typeSizes.cell, horizontal: 'center', boxed: true })
const prose = style({ name: body, size: typeSizes.cell, horizontal: 'left', boxed: true })
const day = { ...centred, numFmt: 'yyyy-mm-dd' }
const note = style({ name: body, size: typeSizes.note, horizontal: 'left', vertical: 'top' })

const cellStyles: Partial<Record<Column, Partial<Style>>> = {
  filed: day,
  closed: day,
  url: prose,
  remark: prose,
}

function addSheet(workbook: ExcelJS.Workbook, name: string): Worksheet {
  return workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 4, showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: '4:4',
      margins: {
        top: page.top / mmPerInch,
        bottom: page.bottom / mmPerInch,
        left: page.left / mmPerInch,
        right: page.right / mmPerInch,
        header: 15 / mmPerInch,
        // 7 mm below the text, as GB/T 9704-2012 sets the page number.
        footer: (page.bottom - 7 - 5) / mmPerInch,
      },
    },
    headerFooter: { oddFooter: '&C&"宋体,Regular"&10第 &P 页 共 &N 页' },
  })
}

interface Line {
  readonly text: string
  readonly style: Partial<Style>
  /** Such as `A2:I2`; its first cell gets the text. */
  readonly cells: string
  readonly height: number
}

function write(sheet: Worksheet, { text, style: look, cells, height }: Line): void {
  const [first = cells] = cells.split(':')
  const cell = sheet.getCell(first)
  sheet.getRow(Number(cell.row)).height = height
  cell.value = text
  cell.style = look
  if (first !== cells) sheet.mergeCells(cells)
}

function writeCells(
  sheet: Worksheet,
  row: number,
  cells: readonly (readonly [string, Partial<Style>])[],
): void {
  for (const [index, [text, look]] of cells.entries()) {
    const cell = sheet.getCell(row, index + 1)
    cell.value = text
    cell.style = look
  }
}

function addForm(workbook: ExcelJS.Workbook): void {
  const sheet = addSheet(workbook, '统计表')
  sheet.columns = columns.map((column) => ({
    width: ((widths[column] / mmPerInch) * 72 * ease) / pointsPerWidth,
  }))
  write(sheet, { text: marker(fieldNames.label), style: label, cells: 'A1:I1', height: 24 })
  write(sheet, { text: marker(fieldNames.title), style: title, cells: 'A2:I2', height: 60 })
  write(sheet, { text: `填报单位：${marker(fieldNames.unit)}`, style: left, cells: 'A3:F3', height: 24 })
  write(sheet, { text: `时间：${marker(fieldNames.date)}`, style: right, cells: 'G3:I3', height: 24 })
  sheet.getRow(4).height = 36
  writeCells(
    sheet,
    4,
    headingTexts.map((text) => [text, heading]),
  )
  sheet.getRow(5).height = 27
  writeCells(
    sheet,
    5,
    columns.map((column) => [marker(columnNames[column]), cellStyles[column] ?? centred]),
  )
  write(sheet, { text: marker(fieldNames.note), style: note, cells: 'A6:I6', height: 24 })
  sheet.pageSetup.printArea = 'A1:I6'
}

const tallies = [...numberHeadings, medianHeading]

function addTotals(workbook: ExcelJS.Workbook): void {
  const sheet = addSheet(workbook, totalsTitle)
  sheet.columns = [22, 10, 8, 8, 8, 10, 18, 43].map((width) => ({ width }))
  write(sheet, {
    text: `${marker(fieldNames.title)}（${totalsTitle}）`,
    style: title,
    cells: 'A1:H1',
    height: 39,
  })
  write(sheet, { text: `填报单位：${marker(fieldNames.unit)}`, style: left, cells: 'A2:F2', height: 24 })
  write(sheet, { text: `时间：${marker(fieldNames.date)}`, style: right, cells: 'G2:H2', height: 24 })
  write(sheet, { text: marker('统计范围'), style: left, cells: 'A3:H3', height: 24 })
  for (const row of [4, 5, 6]) sheet.getRow(row).height = 27
  writeCells(
    sheet,
    4,
    [nameHeading, ...tallies, outcomesHeading].map((text) => [text, heading]),
  )
  writeCells(sheet, 5, [
    [marker('类型'), centred],
    ...tallies.map((name) => [marker(name), centred] as const),
    [marker(outcomesHeading), prose],
  ])
  writeCells(sheet, 6, [
    ['合计', heading],
    ...tallies.map((name) => [marker(`合计${name}`), heading] as const),
    [marker(`合计${outcomesHeading}`), prose],
  ])
  sheet.addConditionalFormatting({
    ref: 'B5:F5',
    rules: [
      {
        type: 'dataBar',
        priority: 1,
        gradient: false,
        cfvo: [{ type: 'num', value: 0 }, { type: 'max' }],
        color: { argb: 'FF9DC3E6' },
      } as ExcelJS.DataBarRuleType,
    ],
  })
  sheet.pageSetup.printArea = 'A1:H6'
}

/** The form that `report` fills, the same bytes at every call. */
export async function formWorkbook(): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'ipcase'
  workbook.lastModifiedBy = 'ipcase'
  workbook.created = new Date(Date.UTC(2024, 0, 1))
  workbook.modified = workbook.created
  addForm(workbook)
  addTotals(workbook)
  workbook.definedNames.add(referenceTo(totalsTitle), ownSheetName(2))
  return reproducible(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

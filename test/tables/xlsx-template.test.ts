import { readFileSync } from 'node:fs'
import { read } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { elements, tags, unescapeXml } from '../../src/office/xml-text.ts'
import { nilReturn, ordinary } from './samples.ts'
import { bureauWorkbook, edited } from './xlsx-bureau.ts'
import { type Filled, fill } from './xlsx-fill.ts'

// Eight lines take the place of row 6, so what stood in row 7 stands in row 14.
const bureau = await bureauWorkbook()
const libreOffice = new Uint8Array(readFileSync('test/tables/templates/libreoffice.xlsx'))
const templates = { exceljs: bureau, LibreOffice: libreOffice }
const filled = new Map<string, Filled>()
for (const [name, template] of Object.entries(templates)) filled.set(name, await fill(ordinary, template))

const sheetPart = 'xl/worksheets/sheet1.xml'

function partOf(program: string, name: string): string {
  return filled.get(program)?.part(name) ?? ''
}

function values(xml: string, name: string, attribute: string): readonly string[] {
  return tags(xml, name).map((tag) => unescapeXml(new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1] ?? ''))
}

function texts(xml: string, name: string): readonly string[] {
  return elements(xml, name).map(({ inner }) => unescapeXml(inner))
}

const programs = Object.keys(templates)

test.each(programs)('the merges of a template by %s keep their place', (program) => {
  expect(values(partOf(program, sheetPart), 'mergeCell', 'ref')).toEqual(['A1:I2', 'A16:D16', 'E16:I17'])
})

test.each(programs)(
  'validations and conditional formats of a template by %s grow with the row',
  (program) => {
    const xml = partOf(program, sheetPart)
    expect(values(xml, 'dataValidation', 'sqref')).toEqual(['A19', 'E6:E13', 'G6:G13'])
    expect(texts(xml, 'formula1')).toEqual(['$B$14:$B$16', 'E6>=D6', '"是,否"'])
    expect(values(xml, 'conditionalFormatting', 'sqref')).toEqual(['A6:I13', 'J6:J13'])
    expect(texts(xml, 'formula')).toEqual(['$E6=""', 'J6>MAX($J$6:$J$13)/2'])
  },
)

test.each(programs)('print set-up, freeze and page breaks of a template by %s stay', (program) => {
  const xml = partOf(program, sheetPart)
  const names = elements(partOf(program, 'xl/workbook.xml'), 'definedName').map(({ inner }) =>
    unescapeXml(inner),
  )
  expect(new Set(names)).toEqual(
    new Set(["'月 报'!$A$1:$I$16", "'月 报'!$5:$5", "'月 报'!$C$6:$C$13", "'月 报'!$J$14"]),
  )
  expect(values(xml, 'brk', 'id')).toEqual(['19'])
  expect(values(xml, 'pageSetup', 'orientation')).toEqual(['landscape'])
  expect(texts(xml, 'oddFooter')).toEqual(['&R第 &P 页'])
  expect(values(xml, 'col', 'width')).toEqual(['6', '16', '24', '12', '18', '9.5', '34', '22'])
})

test.each(programs)('formulas of a template by %s are filled down and cover the new rows', (program) => {
  const formulas = texts(partOf(program, sheetPart), 'f')
  expect([formulas[0], formulas[1], formulas[14], formulas[15], ...formulas.slice(16)]).toEqual([
    'E6-D6',
    'J6/SUM($J$6:$J$13)',
    'E13-D13',
    'J13/SUM($J$6:$J$13)',
    'COUNTA(C6:C13)',
    'SUM(J6:J13)',
  ])
  expect(texts(partOf(program, 'xl/worksheets/sheet2.xml'), 'f')).toEqual(['COUNTIF(\'月 报\'!G6:G13,"是")'])
})

test.each(programs)('no result of before is left, and programs are told to compute (%s)', (program) => {
  const cells = elements(partOf(program, sheetPart), 'c').filter(({ inner }) => inner.includes('<f>'))
  expect(cells.filter(({ inner }) => inner.includes('<v>'))).toEqual([])
  expect(partOf(program, 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
})

test.each(programs)('notes of a template by %s hang on their cells', (program) => {
  const refs = values(partOf(program, 'xl/comments1.xml'), 'comment', 'ref')
  const rows = texts(partOf(program, 'xl/drawings/vmlDrawing1.vml'), 'Row')
  expect([new Set(refs), new Set(rows)]).toEqual([new Set(['C5', 'B6', 'J14']), new Set(['4', '5', '13'])])
})

test('a note box moves with its note and keeps its size', () => {
  const anchors = texts(partOf('exceljs', 'xl/drawings/vmlDrawing1.vml'), 'Anchor')
  expect(anchors).toEqual([
    '3, 6, 3, 14, 5, 2, 7, 16',
    '2, 6, 4, 14, 4, 2, 8, 16',
    '10, 6, 12, 14, 12, 2, 16, 16',
  ])
})

test('a seal drawn below moves down', () => {
  expect(texts(partOf('exceljs', 'xl/drawings/drawing9.xml'), 'row')).toEqual(['19', '31'])
})

test('a seal beside the repeated row keeps its size in points', async () => {
  const template = edited(bureau, {
    'xl/drawings/drawing9.xml': (xml) => xml.replace('row>12<', 'row>4<').replace('row>24<', 'row>7<'),
  })
  const { part } = await fill(ordinary, template)
  const drawing = part('xl/drawings/drawing9.xml')
  // Rows of 15 points: 45 in all, of which the heading takes 15 and the first case the rest.
  expect([texts(drawing, 'row'), texts(drawing, 'rowOff')]).toEqual([
    ['4', '5'],
    ['0', String(30 * 12_700)],
  ])
})

test("a cell keeps the template's style; a day gets a date format, a text wraps", async () => {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array((await fill(ordinary, bureau)).bytes).buffer)
  const [sheet = workbook.addWorksheet()] = workbook.worksheets
  const looks = ['B7', 'D7', 'J7'].map((name) => {
    const { style } = sheet.getCell(name)
    const { pattern } = style.fill as ExcelJS.FillPattern
    return [style.border?.bottom?.style, pattern, style.numFmt, style.alignment?.wrapText]
  })
  expect(looks).toEqual([
    ['hair', 'solid', undefined, true],
    ['hair', 'none', 'yyyy-mm-dd', undefined],
    ['hair', 'none', undefined, undefined],
  ])
})

test.each(programs)('cells of a template by %s are filled as text, number and day', (program) => {
  const book = read(filled.get(program)?.bytes, { cellDates: true, UTC: true })
  const sheet = book.Sheets['月 报'] ?? {}
  const cells = ['A1', 'A3', 'A6', 'B6', 'D6', 'H7', 'C13', 'F13', 'A16'].map((cell) => sheet[cell]?.v)
  expect(cells).toEqual([
    '凌源市市场监督管理局（知识产权局）案件月报',
    '截至2024年6月7日',
    1,
    '专利侵权裁决',
    new Date('2024-01-08T00:00:00Z'),
    'https://www.example.gov.cn/zscq/xzcj/202405/t20240524_1830467.html；\nhttp://scjg.example.gov.cn/gs/detail?id=20240524&type=cj',
    undefined,
    '无',
    '审核人：',
  ])
})

test('a nil return says so across the row and keeps the merges of the other lines', async () => {
  const template = edited(bureau, {
    [sheetPart]: (xml) =>
      xml.replace('<mergeCells count="3">', '<mergeCells count="4"><mergeCell ref="H6:I6"/>'),
  })
  const { part } = await fill(nilReturn, template)
  expect(values(part(sheetPart), 'mergeCell', 'ref')).toEqual([
    ...['H7:I7', 'H8:I8', 'H9:I9', 'H10:I10', 'H11:I11'],
    ...['A1:I2', 'A14:D14', 'E14:I15'],
    'A6:I6',
  ])
})

test('a template in the spelling of another program is filled alike', async () => {
  const prefixed = edited(bureau, {
    [sheetPart]: (xml) =>
      xml
        .replaceAll(/<(\/?)(?=[a-zA-Z]+[\s/>])/g, '<$1x:')
        .replace('xmlns=', 'xmlns:x=')
        .replaceAll(/ (\w+)="([^"']*)"/g, " $1 = '$2'"),
  })
  const [plain, foreign] = [await fill(ordinary, bureau), await fill(ordinary, prefixed)]
  const rows = (xml: string) => elements(xml, 'row').map(({ inner }) => inner)
  expect(rows(foreign.part(sheetPart))).toEqual(rows(plain.part(sheetPart)))
})

test('a workbook that counts days from 1904 gets its own numbers', async () => {
  const template = edited(bureau, {
    'xl/workbook.xml': (xml) => xml.replace('<workbookPr', '<workbookPr date1904="1"'),
  })
  const { part } = await fill(ordinary, template)
  expect(part(sheetPart)).toContain('<v>43837</v>')
})

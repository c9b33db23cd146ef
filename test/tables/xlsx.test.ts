import { read, utils, type WorkSheet } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { columns } from '../../src/model/case.ts'
import type { Statistics } from '../../src/model/table.ts'
import { tableLines } from '../../src/render/table/cells.ts'
import { totalsOf } from '../../src/table/totals.ts'
import { type RowParts, tableOf } from './build.ts'
import { hostile, long, nilReturn, ordinary } from './samples.ts'
import { bureauWorkbook } from './xlsx-bureau.ts'
import { dumpWorkbook } from './xlsx-dump.ts'
import { fill } from './xlsx-fill.ts'

const samples = { ordinary, nil: nilReturn, hostile, long }

function only(row: RowParts): Statistics {
  const table = tableOf({ 商标侵权: [row] })
  return { table, totals: totalsOf(table), explained: [] }
}

test.each(Object.entries({ ordinary, nil: nilReturn, hostile }))(
  '%s.xlsx is what the format gives',
  async (name, statistics) => {
    const { bytes } = await fill(statistics)
    await expect(await dumpWorkbook(bytes)).toMatchFileSnapshot(`golden/${name}.xlsx.txt`)
  },
)

function printedCells(statistics: Statistics): readonly (readonly string[])[] {
  return tableLines(statistics.table).map((line) =>
    line.kind === 'nil' ? columns.map((_, index) => (index === 0 ? line.text : '')) : line.cells,
  )
}

function formSheet(bytes: Uint8Array): WorkSheet {
  const { 统计表: sheet = {} } = read(bytes, { cellDates: true, UTC: true }).Sheets
  return sheet
}

function valueAt(bytes: Uint8Array, cell: string): unknown {
  return formSheet(bytes)[cell]?.v
}

/** The rows between the heading and the note, as SheetJS reads them. */
function readCells(bytes: Uint8Array): readonly (readonly string[])[] {
  const rows = utils.sheet_to_json<readonly unknown[]>(formSheet(bytes), { header: 1, defval: '', UTC: true })
  return rows
    .slice(4, -1)
    .map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))))
}

test.each(Object.entries(samples))(
  'another program reads the cells of %s.xlsx as they were',
  async (_, statistics) => {
    const { bytes } = await fill(statistics)
    const onOneLine = (cell: unknown) => (typeof cell === 'string' ? cell.replaceAll('；\n', '；') : cell)
    expect(readCells(bytes).map((row) => row.map(onOneLine))).toEqual(printedCells(statistics))
  },
)

/** ECMA-376 Part 1, CT_Worksheet. */
const worksheetOrder = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'mergeCells'],
  ...['conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins'],
  ...['pageSetup', 'headerFooter', 'rowBreaks', 'drawing', 'legacyDrawing', 'extLst'],
]

function childNames(xml: string): readonly string[] {
  const names: string[] = []
  let depth = 0
  for (const [, end, name = '', empty] of xml.matchAll(/<(\/?)([\w:]+)(?:[^>"]|"[^"]*")*?(\/?)>/g)) {
    if (end) depth -= 1
    else if (depth === 1) names.push(name)
    if (!end && !empty) depth += 1
  }
  return names
}

test.each([
  ['our form', undefined],
  ["a bureau's form", await bureauWorkbook()],
])('the parts of a sheet of %s stand in the order of the standard', async (_, template) => {
  const { part } = await fill(ordinary, template)
  const places = [1, 2].flatMap((sheet) => [
    childNames(part(`xl/worksheets/sheet${sheet}.xml`)).map((name) => worksheetOrder.indexOf(name)),
  ])
  expect(places).toEqual(places.map((sheet) => sheet.toSorted((a, b) => a - b)))
  expect(places.flat()).not.toContain(-1)
})

test('the bars of the totals cover every type', async () => {
  const { part } = await fill(ordinary)
  const xml = part('xl/worksheets/sheet2.xml')
  expect([...xml.matchAll(/sqref="([^"]*)"><cfRule|<xm:sqref>([^<]*)/g)].map(([, a, b]) => a ?? b)).toEqual([
    'B5:F9',
    'B5:F9',
  ])
})

test('no marker is left anywhere in the workbook', async () => {
  const { bytes } = await fill(ordinary)
  const texts = Object.values(unzipSync(bytes) ?? {}).map((part) => new TextDecoder().decode(part))
  expect(texts.filter((text) => text.includes('{{'))).toEqual([])
})

test.each([
  ['one that fits its line', ['http://a.cn/件'], 'http://a.cn/%E4%BB%B6'],
  ['one that does not', ['https://www.example.gov.cn/zscq/xzcj/1.html'], undefined],
  ['several', ['https://a.example/1', 'https://b.example/'], undefined],
])('a link is one to click where it fits its line: %s', async (_, links, target) => {
  const { bytes, part } = await fill(only({ links }))
  const { H7: cell } = formSheet(bytes)
  expect([cell.v, cell.l?.Target]).toEqual([links.join('；\n'), target])
  expect(part('xl/worksheets/sheet1.xml')).not.toContain('AlternateContent')
})

test('a link that Excel would choke on stays text', async () => {
  const links = [`https://a.example/${'长'.repeat(400)}`, 'https://[broken/', 'javascript:alert(1)']
  const { bytes, part } = await fill(only({ links }))
  expect(valueAt(bytes, 'H7')).toBe(links.join('；\n'))
  expect(part('xl/worksheets/sheet1.xml')).not.toContain('<hyperlink')
})

test('a text for which no row is high enough is said', async () => {
  const { warnings } = await fill(only({ remark: '甲'.repeat(32_767) }))
  expect(warnings).toEqual([
    '工作表“统计表”第 7 行文字太多，超过 Excel 的最大行高，打印不全；要印全，请改用 docx、pdf 或 html 格式',
  ])
})

test.each(['_x000D_', ' 前后有空格 ', '一\n二', '_x0041_', '&#10;', '😀👨‍👩‍👧', '=1+1', "'引号"])(
  'the remark %j is read back as it is',
  async (remark) => {
    const { bytes } = await fill(only({ remark }))
    expect(valueAt(bytes, 'I7')).toBe(remark)
  },
)

test('a text that looks like a formula stays text when somebody edits it', async () => {
  const { part } = await fill(only({ remark: '=1+1' }))
  const [, style = ''] = /r="I7" s="(\d+)" t="inlineStr"/.exec(part('xl/worksheets/sheet1.xml')) ?? []
  const formats = [...part('xl/styles.xml').matchAll(/<xf .*?(?:\/>|<\/xf>)/g)].map(([format]) => format)
  expect(formats.at(Number(style) + 1)).toContain('quotePrefix="1"')
})

test('a day that Excel cannot count is text', async () => {
  const { bytes } = await fill(only({ filed: '1899-12-31', closed: '1900-03-01' }))
  const { D7: filed, E7: closed } = formSheet(bytes)
  expect([filed.v, closed.v]).toEqual(['1899-12-31', new Date('1900-03-01T00:00:00Z')])
})

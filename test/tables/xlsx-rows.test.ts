import { read } from '@e965/xlsx'
import { expect, test } from 'vitest'
import {
  copied,
  copiedFormula,
  endAfter,
  type Home,
  insertedFormula,
  namedFormula,
  rangesAfter,
  ruleFormula,
  startAfter,
} from '../../src/render/table/xlsx/formula.ts'
import { growLinks, growRanges } from '../../src/render/table/xlsx/grow-sheet.ts'
import { lineCount } from '../../src/render/table/xlsx/measures.ts'
import { growComments, growDrawing } from '../../src/render/table/xlsx/pictures-and-notes.ts'
import { sheetWarnings } from '../../src/render/table/xlsx/rows.ts'
import { nilReturn, ordinary } from './samples.ts'
import { bureauWorkbook, edited } from './xlsx-bureau.ts'
import { fill } from './xlsx-fill.ts'

/** Row 7 of 统计表 becomes rows 7 to 16. */
const home: Home = { sheet: '统计表', growths: new Map([['统计表', [{ row: 7, count: 10 }]]]) }
const elsewhere: Home = { ...home, sheet: '汇总' }

test.each([
  ['SUM(E7:E7)', 'SUM(E7:E16)', 'a range over the repeated row covers its copies'],
  ['SUM(E6:E8)', 'SUM(E6:E17)', 'a range across the repeated row grows'],
  ['E3+$E$9*E10', 'E3+$E$18*E19', 'a cell below moves down, one above stays'],
  ['SUM(7:7)', 'SUM(7:16)', 'whole rows grow too'],
  ['"A9"&A9&"说""B9"""', '"A9"&A18&"说""B9"""', 'text stays text'],
  ['LOG10(9)+ATAN2(A9,B9)', 'LOG10(9)+ATAN2(A18,B18)', 'a function is no cell'],
  ['表1[[#This Row],[Q9 额]]+Q9', '表1[[#This Row],[Q9 额]]+Q18', 'a column of a table is no cell'],
  ['汇总!A9+[1]统计表!A9', '汇总!A9+[1]统计表!A9', 'other sheets and other files stay'],
  ["'统计表'!B9+统计表!B7:B8", "'统计表'!B18+统计表!B7:B17", 'the own sheet may be named'],
  ['合计9+_A9+A9.b+x!A9', '合计9+_A9+A9.b+x!A9', 'a name that looks like a cell stays'],
  ['SUM(A1:A1048576)', 'SUM(A1:A1048576)', 'no row is beyond the last'],
])('%s is inserted as %s: %s', (formula, expected) => {
  expect(insertedFormula(formula, home)).toBe(expected)
})

test('a formula on another sheet follows the sheet it names', () => {
  expect(insertedFormula('COUNTA(统计表!C7:C7)+C9', elsewhere)).toBe('COUNTA(统计表!C7:C16)+C9')
})

test.each([
  ['E7-D7', 'E10-D10'],
  ['A6+1', 'A9+1'],
  ['E7/SUM($E$7:$E$7)', 'E10/SUM($E$7:$E$16)'],
  ['E7/E$9', 'E10/E$18'],
  ['VLOOKUP(B7,汇总!$A$1:$B$9,2,0)', 'VLOOKUP(B10,汇总!$A$1:$B$9,2,0)'],
])('%s is filled down to the fourth copy as %s', (formula, expected) => {
  expect(copiedFormula(formula, home, 3)).toBe(expected)
})

test.each([
  ['$E7<$D7', 7, '$E7<$D7'],
  ['COUNTIF($C$7:$C$7,$C7)>1', 7, 'COUNTIF($C$7:$C$16,$C7)>1'],
  ['$B7<>$B8', 7, '$B7<>$B8'],
  ['$B9>$B$7', 9, '$B18>$B$7'],
])('the rule %s of a range from row %i becomes %s', (formula, top, expected) => {
  expect(ruleFormula(formula, home, top)).toBe(expected)
})

test.each([
  ['统计表!$A$1:$I$8', '统计表!$A$1:$I$17'],
  ['统计表!$B$7', '统计表!$B$7:$B$16'],
  ['统计表!$B$6', '统计表!$B$6'],
  ['统计表!$B$9', '统计表!$B$18'],
  ['统计表!$B$6:$B$7', '统计表!$B$6:$B$16'],
  ['统计表!B9+统计表!$5:$5', '统计表!B9+统计表!$5:$5'],
  ["'汇总'!$B$7", "'汇总'!$B$7"],
])('what a name or a chart calls %s becomes %s', (formula, expected) => {
  expect(namedFormula(formula, { ...home, sheet: '' })).toBe(expected)
})

test('a shared formula is written out for the cell it stands in', () => {
  expect(copied('A2*$B$1+Z3', 2, 1)).toBe('B4*$B$1+AA5')
})

const bureau = await bureauWorkbook()
const sheetPart = 'xl/worksheets/sheet1.xml'

test.each([
  ['COUNT(A6:A6)', ordinary, { C: '无' }, 7],
  ['COUNT(A6:A6)', nilReturn, { A: '本期无案件', C: '无' }, 0],
  ['COUNTA(C6:C6)', ordinary, { F: '无' }, 7],
  ['COUNTA(C6:C6)', nilReturn, { A: '本期无案件', F: '无' }, 0],
  ['COUNTA(A6:A6)', nilReturn, { B: '本期无案件', C: '无' }, 0],
  ['SUMPRODUCT((C6:C6<>"")*(F6:F6<>""))', nilReturn, { A: '本期无案件', I: '无' }, 0],
])(
  '%s counts cases alone: what says that there are none stands elsewhere',
  async (formula, sample, said, count) => {
    const template = edited(bureau, {
      [sheetPart]: (xml) =>
        xml.replace('COUNTA(C6:C6)', formula.replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
    })
    const { bytes } = await fill(sample, template)
    const sheet = read(bytes).Sheets['月 报'] ?? {}
    const rows = Array.from({ length: 8 }, (_, index) => index + 6)
    const none = Object.entries(sheet).filter(([, cell]) => ['无', '本期无案件'].includes(cell?.v))
    expect(Object.fromEntries(none.map(([place, { v }]) => [place[0], v]))).toEqual(said)
    const column = /[A-Z](?=6)/.exec(formula)?.[0] ?? ''
    const counted = rows.map((row) => sheet[`${column}${row}`]?.v).filter((value) => value !== undefined)
    const numbers = counted.filter((value) => typeof value === 'number')
    expect(formula.startsWith('COUNT(') ? numbers.length : counted.length).toBe(count)
  },
)

/** Row 5 becomes rows 5 to 14, and what was row 8 becomes the rows 17 to 19. */
const growths = [
  { row: 5, count: 10 },
  { row: 8, count: 3 },
]
const twoRows: Home = { sheet: '统计表', growths: new Map([['统计表', growths]]) }

test.each([
  [4, 4, 4],
  [5, 5, 14],
  [6, 15, 15],
  [8, 17, 19],
  [9, 20, 20],
])('row %i of the template stands in rows %i to %i', (row, first, last) => {
  expect([startAfter(growths, row), endAfter(growths, row)]).toEqual([first, last])
})

test('a list of ranges grows range by range', () => {
  expect(rangesAfter(growths, 'A5 B4:C6 D8:$D$9 E1:E1048576')).toBe('A5:A14 B4:C15 D17:D20 E1:E1048576')
})

test.each([
  ['<autoFilter ref="A4:I6"/>', '<autoFilter ref="A4:I15"/>'],
  ['<sheetView topLeftCell="A6">', '<sheetView topLeftCell="A15">'],
  ['<selection activeCell="B5" sqref="B5"/>', '<selection activeCell="B5" sqref="B5:B14"/>'],
  [
    '<rowBreaks><brk id="5"/><brk id="6"/></rowBreaks>',
    '<rowBreaks><brk id="14"/><brk id="15"/></rowBreaks>',
  ],
  ['<colBreaks><brk id="5"/></colBreaks>', '<colBreaks><brk id="5"/></colBreaks>'],
  ['<ignoredError sqref="C5:C6"/>', '<ignoredError sqref="C5:C15"/>'],
  [
    '<dataValidation sqref="C6"><formula1>C6&gt;C$4</formula1></dataValidation>',
    '<dataValidation sqref="C15"><formula1>C15&gt;C$4</formula1></dataValidation>',
  ],
  [
    '<x14:dataValidation><x14:formula1><xm:f>说明!$A$5:$A$9</xm:f></x14:formula1><xm:sqref>B5</xm:sqref></x14:dataValidation>',
    '<x14:dataValidation><x14:formula1><xm:f>说明!$A$5:$A$9</xm:f></x14:formula1><xm:sqref>B5:B14</xm:sqref></x14:dataValidation>',
  ],
  [
    '<x14:conditionalFormatting><x14:cfRule><xm:f>$C$6</xm:f></x14:cfRule><xm:sqref>C5:C5 D8</xm:sqref></x14:conditionalFormatting>',
    '<x14:conditionalFormatting><x14:cfRule><xm:f>$C$15</xm:f></x14:cfRule><xm:sqref>C5:C14 D17:D19</xm:sqref></x14:conditionalFormatting>',
  ],
])('%s becomes %s', (xml, expected) => {
  const normal = (text: string) => [...text.matchAll(/[\w:]+="[^"]*"|>[^<]+</g)].map(([part]) => part).sort()
  expect(normal(growRanges(xml, twoRows))).toEqual(normal(expected))
})

test('a note in the repeated row stays with the first case', () => {
  expect(growComments('<comments><comment ref="B5"/><threadedComment ref="B9"/></comments>', twoRows)).toBe(
    '<comments><comment ref="B5"/><threadedComment ref="B20"/></comments>',
  )
})

test('a picture moves with the cell it hangs on, and one above stays', () => {
  const picture = (row: number) =>
    `<xdr:oneCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>${row}</xdr:row><xdr:rowOff>12700</xdr:rowOff></xdr:from><xdr:ext cx="9" cy="9"/></xdr:oneCellAnchor>`
  const heights = { before: () => 15, after: () => 15 }
  expect(growDrawing(picture(2) + picture(8), twoRows, heights)).toBe(picture(2) + picture(19))
})

test('the template keeps its own links, and an address is named once', () => {
  const tail = '<hyperlinks><hyperlink ref="A1" r:id="rId1"></hyperlink></hyperlinks><pageMargins/>'
  const links = ['H6', 'H7'].map((cell) => ({ cell, target: 'https://a.example/' }))
  const grown = growLinks(tail, twoRows, { links, across: new Map(), prefix: 'link' })
  expect(grown.targets).toEqual(new Map([['link1', 'https://a.example/']]))
  expect(grown.tail).toBe(
    '<hyperlinks><hyperlink r:id="rId1" ref="A1"/><hyperlink ref="H6" r:id="link1"/><hyperlink ref="H7" r:id="link1"/></hyperlinks><pageMargins/>',
  )
})

test('rows that Excel makes not high enough are named, the first by number', () => {
  const rows = Array.from({ length: 12 }, (_, index) => ({ row: index + 5, isTooHigh: true }))
  expect(sheetWarnings('月报', rows)).toEqual([
    '工作表“月报”第 5、6、7、8、9、10、11、12、13、14 等 12 行文字太多，超过 Excel 的最大行高，打印不全；要印全，请改用 docx、pdf 或 html 格式',
  ])
})

test.each([
  ['', 10, 1],
  ['专利侵权裁决', 6, 1],
  ['专利侵权裁决', 5.9, 2],
  ['裁决（侵权成立）', 7, 2],
  ['一\n二', 10, 2],
  ['https://www.example.gov.cn/zscq/xzcj', 11, 3],
  ['t20240412_1830021.html', 5.5, 3],
  ['责令停止侵权，', 6, 2],
])('%j takes at most, at a width of %d characters, %i lines', (text, room, lines) => {
  expect(lineCount(text, room)).toBe(lines)
})

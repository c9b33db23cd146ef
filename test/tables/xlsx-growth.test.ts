import { expect, test } from 'vitest'
import { endAfter, type Home, rangesAfter, startAfter } from '../../src/render/table/xlsx/formula.ts'
import { growLinks, growRanges } from '../../src/render/table/xlsx/grow-sheet.ts'
import { lineCount } from '../../src/render/table/xlsx/measures.ts'
import { growComments, growDrawing } from '../../src/render/table/xlsx/pictures-and-notes.ts'
import { sheetWarnings } from '../../src/render/table/xlsx/rows.ts'

/** Row 5 becomes rows 5 to 14, and what was row 8 becomes the rows 17 to 19. */
const growths = [
  { row: 5, count: 10 },
  { row: 8, count: 3 },
]
const home: Home = { sheet: '统计表', growths: new Map([['统计表', growths]]) }

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
  expect(normal(growRanges(xml, home))).toEqual(normal(expected))
})

test('a note in the repeated row stays with the first case', () => {
  expect(growComments('<comments><comment ref="B5"/><threadedComment ref="B9"/></comments>', home)).toBe(
    '<comments><comment ref="B5"/><threadedComment ref="B20"/></comments>',
  )
})

test('a picture moves with the cell it hangs on, and one above stays', () => {
  const picture = (row: number) =>
    `<xdr:oneCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:row>${row}</xdr:row><xdr:rowOff>12700</xdr:rowOff></xdr:from><xdr:ext cx="9" cy="9"/></xdr:oneCellAnchor>`
  const heights = { before: () => 15, after: () => 15 }
  expect(growDrawing(picture(2) + picture(8), home, heights)).toBe(picture(2) + picture(19))
})

test('the template keeps its own links, and an address is named once', () => {
  const tail = '<hyperlinks><hyperlink ref="A1" r:id="rId1"></hyperlink></hyperlinks><pageMargins/>'
  const links = ['H6', 'H7'].map((cell) => ({ cell, target: 'https://a.example/' }))
  const grown = growLinks(tail, home, { links, across: new Map(), prefix: 'link' })
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

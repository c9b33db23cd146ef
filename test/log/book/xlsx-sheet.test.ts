import { expect, test } from 'vitest'
import { readBook } from '../../../src/log/book/book.ts'
import { type OfficeParts, packed, relationsPart, sheetData, workbookParts } from './office.ts'
import { rowsIn } from './rows-in.ts'

async function cellsIn(parts: OfficeParts): Promise<readonly (readonly string[])[]> {
  return (await rowsIn(parts)).map(({ cells }) => cells)
}

test('rows and cells that leave out where they are follow the one before', async () => {
  const inside =
    '<sheetData><row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row><row r="3"><c><v>4</v></c></row></sheetData>'
  expect(await cellsIn(workbookParts({ sheets: { 台账: inside } }))).toEqual([['1', '', '2', '3'], [], ['4']])
})

test('blank rows between others keep the numbers of the rows; those behind the last are cut', async () => {
  const data = sheetData([['序号'], [], ['', ''], ['1'], [{ value: '' }]])
  const rows = await rowsIn(workbookParts({ sheets: { 台账: data } }))
  expect(rows).toEqual([
    { line: 1, row: 1, cells: ['序号'] },
    { line: 2, row: 2, cells: [] },
    { line: 3, row: 3, cells: [] },
    { line: 4, row: 4, cells: ['1'] },
  ])
})

test('a cell in a row that has no number is not believed', async () => {
  const inside = '<sheetData><row r="x"><c><v>2</v></c></row></sheetData>'
  expect(await cellsIn(workbookParts({ sheets: { 台账: inside } }))).toEqual([])
})

test('a cell past the end of any sheet is no row lost in silence', async () => {
  const inside = '<sheetData><row r="9999999"><c r="B9999999"><v>1</v></c></row></sheetData>'
  expect(await readBook(packed(workbookParts({ sheets: { 台账: inside } })))).toEqual({ refused: 'rows' })
})

test('a merge shows its top left cell, and rows below know what it says', async () => {
  const data = sheetData([
    ['序号', '案件类型', '案件编号'],
    ['1', '商标侵权', 'A1'],
    ['2', '假冒专利', 'A2'],
    ['3', '', 'A3'],
  ])
  const merges =
    '<mergeCells><mergeCell ref="B2:B4"/><mergeCell foo="1" ref="C3:C4"></mergeCell></mergeCells>'
  expect((await rowsIn(workbookParts({ sheets: { 台账: data + merges } }))).slice(1)).toEqual([
    { line: 2, row: 2, cells: ['1', '商标侵权', 'A1'] },
    { line: 3, row: 3, cells: ['2', '', 'A2'], merged: new Map([[1, '商标侵权']]) },
    {
      line: 4,
      row: 4,
      cells: ['3', '', ''],
      merged: new Map([
        [1, '商标侵权'],
        [2, 'A2'],
      ]),
    },
  ])
})

test('a merge across leaves the cells it covers blank', async () => {
  const data = sheetData([
    ['附件', 'x', '', '时间'],
    ['序号', 'y', '', ''],
  ])
  const merges = "<mergeCells><mergeCell ref='A1:C2'/></mergeCells>"
  expect(await rowsIn(workbookParts({ sheets: { 台账: data + merges } }))).toEqual([
    { line: 1, row: 1, cells: ['附件', '', '', '时间'] },
  ])
})

test('merges over all rows of a long sheet take no more than a moment', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [at % 10 === 0 ? '商标侵权' : '', `${at}`])
  const merges = Array.from(
    { length: 2000 },
    (_, at) => `<mergeCell ref="A${at * 10 + 1}:A${at * 10 + 10}"/>`,
  )
  const parts = workbookParts({
    sheets: { 台账: `${sheetData(rows)}<mergeCells>${merges.join('')}</mergeCells>` },
  })
  const merged = (await rowsIn(parts)).filter((row) => row.merged?.get(0) === '商标侵权')
  expect(merged.length).toBe(18_000)
})

const site = 'https://www.gsxt.gov.cn/affiche'

async function linksIn(texts: readonly string[], links: string, targets: readonly string[]) {
  const parts = workbookParts({ sheets: { 台账: `${sheetData([texts])}<hyperlinks>${links}</hyperlinks>` } })
  const relations = targets.map((target, at) => ({ id: `rId${at}`, type: 'hyperlink', target }))
  const rows = await rowsIn({ ...parts, 'xl/worksheets/_rels/sheet1.xml.rels': relationsPart(relations) })
  return Object.fromEntries(rows[0]?.links ?? [])
}

test.each([
  [
    'the words of a link lead to its target',
    '查看公示',
    '<hyperlink ref="A1" r:id="rId0"/>',
    { 0: `${site}?a=1&b=2` },
  ],
  [
    'a text that is another address does not count',
    `${site}/2`,
    '<hyperlink ref="A1" r:id="rId0"/>',
    { 0: `${site}?a=1&b=2` },
  ],
  [
    'a place behind the page is kept',
    '查看',
    '<hyperlink ref="A1" r:id="rId0" location="x"/>',
    { 0: `${site}?a=1&b=2#x` },
  ],
  ['the address itself is no link', `${site}?a=1&b=2`, '<hyperlink ref="A1" r:id="rId0"/>', {}],
  [
    'one of several addresses is no link',
    `${site}?a=1&b=2；${site}/3`,
    '<hyperlink ref="A1" r:id="rId0"/>',
    {},
  ],
  ['a place in the workbook is no link', '见汇总', '<hyperlink ref="A1" location="汇总!A1"/>', {}],
  ['a link that leads nowhere is no link', '查看', '<hyperlink ref="A1" r:id="rId9"/>', {}],
])('%s', async (_, text, link, expected) => {
  expect(await linksIn([text], link, [`${site}?a=1&b=2`])).toEqual(expected)
})

test.each([
  ['the slash behind a bare host', 'http://www.gsxt.gov.cn', 'http://www.gsxt.gov.cn/'],
  ['the coding of Chinese characters', `${site}/公示`, `${site}/%E5%85%AC%E7%A4%BA`],
  ['the scheme that nobody types', 'www.gsxt.gov.cn/12', 'http://www.gsxt.gov.cn/12'],
])('%s is no difference between an address and its link', async (_, text, target) => {
  expect(await linksIn([text], '<hyperlink ref="A1" r:id="rId0"/>', [target])).toEqual({})
})

test('a link over a whole column counts where something stands', async () => {
  const links = await linksIn(['', '查看'], '<hyperlink ref="A1:B1048576" r:id="rId0"/>', [site])
  expect(links).toEqual({ 1: site })
})

test.each([
  [
    'its result and its target',
    'HYPERLINK("http://a.cn/?q=""1""","看")',
    '<v>看</v>',
    '看',
    'http://a.cn/?q="1"',
  ],
  ['its label where no result was saved', 'HYPERLINK("http://a.cn","看")', '', '看', 'http://a.cn'],
  ['its target where it has no label', 'HYPERLINK("http://a.cn")', '', 'http://a.cn', undefined],
  ['only its result where the target is computed', 'HYPERLINK(B1,"看")', '<v>看</v>', '看', undefined],
])('a HYPERLINK formula shows %s', async (_, formula, result, text, target) => {
  const xml = formula.replaceAll('"', '&quot;')
  const inside = `<sheetData><row r="1"><c r="A1" t="str"><f>${xml}</f>${result}</c></row></sheetData>`
  const [row] = await rowsIn(workbookParts({ sheets: { 台账: inside } }))
  expect([row?.cells[0], row?.links?.get(0)]).toEqual([text, target])
})

test('a HYPERLINK formula filled down leads to the same target', async () => {
  const first =
    '<row r="1"><c r="A1" t="str"><f t="shared" ref="A1:A2" si="0">HYPERLINK("http://a.cn","看")</f><v>看</v></c></row>'
  const second = '<row r="2"><c r="A2" t="str"><f t="shared" si="0"/><v>看</v></c></row>'
  const rows = await rowsIn(workbookParts({ sheets: { 台账: `<sheetData>${first}${second}</sheetData>` } }))
  expect(rows.map(({ links }) => links?.get(0))).toEqual(['http://a.cn', 'http://a.cn'])
})

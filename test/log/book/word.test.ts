import { expect, test } from 'vitest'
import { readBook } from '../../../src/log/book/book.ts'
import type { Sheet } from '../../../src/log/row.ts'
import { packed, type RelationSource, wordParts } from './office.ts'

async function tablesIn(body: string, links: readonly RelationSource[] = []): Promise<readonly Sheet[]> {
  const book = await readBook(packed(wordParts(body, links)))
  if ('refused' in book) throw new Error(book.refused)
  return book.sheets
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (inside: string) => `<w:p>${inside}</w:p>`
const tc = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`
const tr = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
const tbl = (...rows: readonly string[]) => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

async function textOf(inside: string): Promise<string | undefined> {
  const [table] = await tablesIn(tbl(tr(tc(inside), tc(p(run('备注'))))))
  return table?.rows[0]?.cells[0]
}

const field = (code: string, text: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`

test.each([
  ['runs are joined', p(run('商标') + run('侵权')), '商标侵权'],
  ['paragraphs stand on lines of their own', p(run('行政处罚')) + p('') + p(run('没收')), '行政处罚\n没收'],
  ['a line break breaks the line', p(`<w:r><w:t>公开</w:t><w:br/><w:t>网址</w:t></w:r>`), '公开\n网址'],
  ['a line keeps its end', p('<w:r><w:t>甲 </w:t><w:br/><w:br/><w:t>乙</w:t></w:r>'), '甲 \n\n乙'],
  [
    'a tab is a tab, a tab stop is none',
    p(`<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>`),
    '甲\t乙',
  ],
  [
    'struck-out text is gone',
    p(`${run('12')}<w:del><w:r><w:delText>3</w:delText></w:r></w:del>${run('号')}`),
    '12号',
  ],
  ['inserted text is there', p(`${run('12')}<w:ins>${run('3')}</w:ins>${run('号')}`), '123号'],
  [
    'moved text is where it went',
    p(`<w:moveFrom>${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo>${run('甲')}</w:moveTo>`),
    '乙甲',
  ],
  [
    'text in a content control is there',
    p(`<w:sdt><w:sdtPr/><w:sdtContent>${run('是')}</w:sdtContent></w:sdt>`),
    '是',
  ],
  [
    'the prompt of a content control is not',
    p(
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处输入文字。')}</w:sdtContent></w:sdt>`,
    ),
    '',
  ],
  ['smart tags are transparent', p(`<w:smartTag>${run('2024年3月5日')}</w:smartTag>`), '2024年3月5日'],
  ['the code of a field is not its text', p(field('DATE', '2024-03-05')), '2024-03-05'],
  [
    'the reading above characters is not',
    p(`<w:r><w:ruby><w:rt>${run('cháo')}</w:rt><w:rubyBase>${run('朝')}</w:rubyBase></w:ruby></w:r>`),
    '朝',
  ],
  [
    'formulas and drawings speak another language',
    p(`${run('甲')}<m:oMath xmlns:m="urn:m"><m:r><m:t>x</m:t></m:r></m:oMath><a:t xmlns:a="urn:a">图</a:t>`),
    '甲',
  ],
  ['a hard hyphen is a hyphen', p('<w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>03</w:t></w:r>'), '2024-03'],
  [
    'a text box over a cell is not its text',
    p(`${run('甲')}<w:r><w:pict><w:txbxContent>${p(run('骑缝'))}</w:txbxContent></w:pict></w:r>${run('乙')}`),
    '甲乙',
  ],
  ['blank paragraphs are blank', p(run(' ')) + p(''), ''],
])('in a cell %s', async (_, inside, text) => {
  expect(await textOf(inside)).toBe(text)
})

test('paragraphs stand before the table they stand above', async () => {
  const body = `${p(run('附件'))}${p('')}${p(`${run('填报单位：')}<w:r><w:tab/></w:r>${run('时间：')}`)}${tbl(tr(tc(p(run('序号')))))}${p(run('注'))}${tbl(tr(tc(p(run('1')))))}${p(run('完'))}`
  expect(await tablesIn(body)).toEqual([
    { name: '表1', preamble: ['附件', '填报单位：\t时间：'], rows: [{ line: 1, row: 1, cells: ['序号'] }] },
    { name: '表2', preamble: ['注'], rows: [{ line: 1, row: 1, cells: ['1'] }] },
  ])
})

test('a text box on the page is read once, not in its fallback', async () => {
  const box = `<w:txbxContent>${p(run('附件2'))}</w:txbxContent>`
  const alternatives = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`
  const [table] = await tablesIn(
    p(`<w:r>${alternatives}</w:r>${run('统计表')}`) + tbl(tr(tc(p(run('序号'))))),
  )
  expect(table?.preamble).toEqual(['附件2', '统计表'])
})

test('cells reach across and down, and those behind keep their columns', async () => {
  const restart = '<w:vMerge w:val="restart"/>'
  const body = tbl(
    tr(tc(p(run('甲')), '<w:gridSpan w:val="2"/>'), tc(p(run('乙')), restart), tc(p(run('丙')))),
    tr(tc(p(run('1'))), tc(p(run('2'))), tc(p(''), '<w:vMerge/>'), tc(p(run('3')))),
    tr(
      tc(p(run('4')), '<w:gridSpan w:val="2"/>'),
      tc(p(''), '<w:vMerge w:val="continue"/>'),
      tc(p(run('5'))),
    ),
    tr(tc(p(run('6'))), tc(p('')), tc(p(run('7')), restart), tc(p(run('8')))),
  )
  expect((await tablesIn(body))[0]?.rows).toEqual([
    { line: 1, row: 1, cells: ['甲', '', '乙', '丙'] },
    { line: 2, row: 2, cells: ['1', '2', '', '3'], merged: new Map([[2, '乙']]) },
    { line: 3, row: 3, cells: ['4', '', '', '5'], merged: new Map([[2, '乙']]) },
    { line: 4, row: 4, cells: ['6', '', '7', '8'] },
  ])
})

test('what a merge was before a tracked change does not count', async () => {
  const was = '<w:tcPrChange><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr></w:tcPrChange>'
  const [table] = await tablesIn(tbl(tr(tc(p(run('1')), was), tc(p(run('2'))))))
  expect(table?.rows[0]?.cells).toEqual(['1', '2'])
})

test('a row that begins further right has blank cells before it', async () => {
  const [table] = await tablesIn(
    tbl(`<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${tc(p(run('1')))}</w:tr>`),
  )
  expect(table?.rows[0]?.cells).toEqual(['', '', '1'])
})

test('a struck-out row is gone, an inserted one is there, in content controls or not', async () => {
  const body = tbl(
    `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(p(run('1')))}</w:tr>`,
    `<w:sdt><w:sdtContent><w:tr><w:trPr><w:ins w:id="2"/></w:trPr>${tc(p(run('2')))}</w:tr></w:sdtContent></w:sdt>`,
    tr(`<w:sdt><w:sdtContent>${tc(p(run('3')))}</w:sdtContent></w:sdt>`, tc(p(run('4')))),
  )
  const [table] = await tablesIn(body)
  expect(table?.rows.map(({ cells }) => cells)).toEqual([['2'], ['3', '4']])
})

test('a table inside a cell is a table of its own', async () => {
  const inner = tbl(tr(tc(p(run('序号')))))
  expect(await tablesIn(tbl(tr(tc(p(run('填报单位：')) + inner + p('')), tc(p(run('外'))))))).toEqual([
    { name: '表1', preamble: [], rows: [{ line: 1, row: 1, cells: ['填报单位：', '外'] }] },
    { name: '表2', preamble: ['填报单位：'], rows: [{ line: 1, row: 1, cells: ['序号'] }] },
  ])
})

const site = 'https://www.gsxt.gov.cn/affiche'
const linkTo = (id: string, text: string) => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`

test.each([
  ['the target of a link', p(linkTo('rId1', '查看')), site],
  [
    'the targets of several links, each once',
    p(linkTo('rId1', '甲') + linkTo('rId2', '乙') + linkTo('rId1', '丙')),
    `${site}；${site}/2`,
  ],
  ['the target of a field', p(field(`HYPERLINK "${site}" \\o "提示"`, '查看')), site],
  [
    'the target of a simple field',
    p(`<w:fldSimple w:instr=' HYPERLINK "${site}" '>${run('查看')}</w:fldSimple>`),
    site,
  ],
  ['nothing where the text is the address', p(linkTo('rId1', site)), undefined],
  [
    'nothing for a bookmark',
    p(`<w:hyperlink w:anchor="_1">${run('查看')}</w:hyperlink>${field('HYPERLINK \\l "_1"', '表')}`),
    undefined,
  ],
])('a cell leads to %s', async (_, inside, target) => {
  const links = [site, `${site}/2`].map((address, at) => ({
    id: `rId${at + 1}`,
    type: 'hyperlink',
    target: address,
  }))
  const [table] = await tablesIn(tbl(tr(tc(inside))), links)
  expect(table?.rows[0]?.links?.get(0)).toBe(target)
})

test('a prefix other than w is as good', async () => {
  const parts = wordParts(tbl(tr(tc(p(run('序号')), '<w:gridSpan w:val="2"/>'), tc(p(run('备注'))))))
  const renamed = parts['word/document.xml']?.replaceAll('w:', 'ns0:') ?? ''
  const book = await readBook(packed({ ...parts, 'word/document.xml': renamed }))
  expect('sheets' in book && book.sheets[0]?.rows[0]?.cells).toEqual(['序号', '', '备注'])
})

test('a document without a table is no log', async () => {
  const bytes = packed(wordParts(p(run('知识产权行政案件统计表'))))
  expect(await readBook(bytes)).toEqual({ refused: 'no-table' })
})

test('a document that breaks off is damaged', async () => {
  const parts = wordParts(tbl(tr(tc(p(run('1'))))))
  const broken = { ...parts, 'word/document.xml': parts['word/document.xml']?.slice(0, -20) ?? '' }
  expect(await readBook(packed(broken))).toEqual({ refused: 'damaged' })
})

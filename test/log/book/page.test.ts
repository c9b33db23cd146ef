import { expect, test } from 'vitest'
import { readBook } from '../../../src/log/book/book.ts'
import type { Sheet } from '../../../src/log/row.ts'
import { gb18030 } from '../../gb18030.ts'

async function read(page: string | Uint8Array): Promise<readonly Sheet[] | string> {
  const book = await readBook(typeof page === 'string' ? new TextEncoder().encode(page) : page)
  return 'refused' in book ? book.refused : book.sheets
}

async function cellsIn(page: string): Promise<unknown> {
  const sheets = await read(page)
  return typeof sheets === 'string' ? sheets : sheets[0]?.rows.map(({ cells }) => cells)
}

test.each([
  ['stays as written', '2024/3/5', '2024/3/5'],
  ['stays as written whatever the number behind it', '<span>45356</span>', '45356'],
  ['has single spaces in it and none around it', ' \n 行政\t \n处罚 ', '行政 处罚'],
  ['may hold hard spaces', '&nbsp;行政&nbsp;&nbsp;处罚&nbsp;', '行政  处罚'],
  ['breaks its lines at blocks', '<p>罚款</p><div>没收<br>警告</div>', '罚款\n没收\n警告'],
  ['is read through its fonts', '<font color=red>商标<b>侵权</b></font>', '商标侵权'],
  ['has its entities read', '&lt;甲&gt;&#20057;&amp;&ldquo;丙&rdquo;', '<甲>乙&“丙”'],
  ['does not hold scripts and styles', '甲<script>if (a < b) c()</script><style>td{}</style>', '甲'],
  ['does not hold comments', '<!--[if gte mso 9]><xml>x</xml><![endif]-->甲<![if !x]>乙<![endif]>', '甲乙'],
])('the text of a cell %s', async (_, inside, text) => {
  expect(await cellsIn(`<table><tr><td>${inside}</td><td>备注</td></tr></table>`)).toEqual([[text, '备注']])
})

test('paragraphs stand before the table they stand above, the title of the page does not', async () => {
  const page =
    '<html><head><title>报表</title></head><body>附件<p>统计表<br>填报单位：</p><table><caption>时间：</caption><tr><th>序号</th></tr></table>注：<table><tr><td>1</td></tr></table></body></html>'
  expect(await read(page)).toEqual([
    {
      name: '表1',
      preamble: ['附件', '统计表', '填报单位：', '时间：'],
      rows: [{ line: 1, row: 1, cells: ['序号'] }],
    },
    { name: '表2', preamble: ['注：'], rows: [{ line: 1, row: 1, cells: ['1'] }] },
  ])
})

test('cells reach across and down, and those behind keep their columns', async () => {
  const page =
    '<table><tr><td>1<td rowspan=3>商标侵权<td>A1</tr><tr><td>2<td>A2</tr><tr><td>3<td colspan=2>A3<td>是</tr></table>'
  const sheets = await read(page)
  expect(typeof sheets !== 'string' && sheets[0]?.rows).toEqual([
    { line: 1, row: 1, cells: ['1', '商标侵权', 'A1'] },
    { line: 2, row: 2, cells: ['2', '', 'A2'], merged: new Map([[1, '商标侵权']]) },
    { line: 3, row: 3, cells: ['3', '', 'A3', '', '是'], merged: new Map([[1, '商标侵权']]) },
  ])
})

test('a cell that reaches down to the end or past it covers the rows that are there', async () => {
  const page = '<table><tr><td rowspan=0>甲<td rowspan=99>乙<td>1<tr><td>2<tr><td>3</table>'
  expect(await cellsIn(page)).toEqual([
    ['甲', '乙', '1'],
    ['', '', '2'],
    ['', '', '3'],
  ])
})

test('a page may leave out what a browser can guess', async () => {
  expect(await cellsIn('<table><thead><td>序号<td>备注<tbody><tr><td>1<tr><td>2<td>x</table>')).toEqual([
    ['序号', '备注'],
    ['1'],
    ['2', 'x'],
  ])
})

test('hidden rows are read, and blank ones at the end are cut', async () => {
  const page =
    "<table><tr style='display:none'><td>1</td></tr><tr><td></td></tr><tr><td>2</td></tr><![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td></tr><![endif]></table>"
  expect(await cellsIn(page)).toEqual([['1'], [''], ['2']])
})

test('a page laid out as a table says of the inner one what its cells say', async () => {
  const sheets = await read(
    '<p>附件<table><tr><td>统计表<tr><td>填报单位：<td><tr><td><table><tr><td>序号</table></table>',
  )
  expect(typeof sheets !== 'string' && sheets[1]?.preamble).toEqual(['附件', '统计表', '填报单位：'])
})

test('a table inside a cell is a table of its own', async () => {
  const sheets = await read('<table><tr><td>填报单位：<table><tr><td>序号</table></td><td>外</table>')
  expect(sheets).toEqual([
    { name: '表1', preamble: [], rows: [{ line: 1, row: 1, cells: ['填报单位：', '外'] }] },
    { name: '表2', preamble: ['填报单位：'], rows: [{ line: 1, row: 1, cells: ['序号'] }] },
  ])
})

test.each([
  ['<a href=" https://a.cn/1 ">查看</a>', 'https://a.cn/1'],
  ['<a href="https://a.cn/1">甲</a><a href="https://a.cn/2">乙</a>', 'https://a.cn/1；https://a.cn/2'],
  ['<a href="https://a.cn/1">https://a.cn/1</a>', undefined],
  ['<a href="#top">甲</a><a href="javascript:open()">乙</a><a name=x>丙</a>', undefined],
])('%s leads to %s', async (inside, target) => {
  const sheets = await read(`<table><tr><td>${inside}</td></tr></table>`)
  expect(typeof sheets !== 'string' && sheets[0]?.rows[0]?.links?.get(0)).toBe(target)
})

const page = (charset: string) => `<html><meta charset=${charset}><table><tr><td>案件类型</td></tr></table>`
const utf16 = Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le')

test.each([
  ['UTF-8', Buffer.from(page('utf-8'))],
  ['UTF-8 that says it is GBK', Buffer.from(page('gb2312'))],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${page('utf-8')}`)],
  ['GBK', gb18030(page('gb2312'))],
  ['GBK that says it is UTF-8', gb18030(page('utf-8'))],
  ['GBK that says it is Latin', gb18030(page('iso-8859-1'))],
  ['GBK that says nothing', gb18030('<table><tr><td>案件类型')],
  [
    'Big5 that says so',
    Buffer.concat([
      Buffer.from('<meta charset="Big5"><table><tr><td>'),
      Buffer.from('aed7a5f3c3feabac', 'hex'),
      Buffer.from('</table>'),
    ]),
  ],
  ['UTF-16', utf16],
  ['UTF-16, big end first', Buffer.from(utf16).swap16()],
  ['UTF-16 without a mark', utf16.subarray(2)],
])('a page in %s is decoded', async (name, bytes) => {
  const closed = name.includes('nothing') ? Buffer.concat([bytes, Buffer.from('</table>')]) : bytes
  const sheets = await read(closed)
  expect(typeof sheets === 'string' ? sheets : sheets[0]?.rows[0]?.cells).toEqual([
    name.startsWith('Big5') ? '案件類型' : '案件类型',
  ])
})

test.each([
  ['that breaks off in a table', '<table><tr><td>1</td></tr><tr><td>2', 'damaged'],
  ['with bytes no encoding allows', Buffer.from('<table><tr><td>\xff\xff</table>', 'latin1'), 'damaged'],
  ['without a table', '<html><body>登录</body></html>', 'no-table'],
  ['that is a picture', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'no-table'],
])('a page %s is refused', async (_, content, refused) => {
  expect(await read(content)).toBe(refused)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBook } from '../../src/log/book/book.ts'
import {
  attribute,
  elements,
  escapeText,
  normalXml,
  unescapeText,
  withAttribute,
} from '../../src/office/xml-text.ts'
import { element, parseXml, type XmlElement, xmlBytes } from '../../src/office/xml-tree.ts'
import { markedText } from '../../src/render/table/xlsx/marks.ts'
import { gb18030 } from '../gb18030.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

test('a part is read in one spelling, whatever program wrote it', () => {
  const foreign = `\uFEFF<?xml version="1.0"?><x:worksheet xmlns:x="${main}" xmlns:r='rel'><!-- <x:c r="A9"/> --><x:c r = 'A1' t='str'><x:v><![CDATA[a<b]]></x:v></x:c></x:worksheet>`
  expect(normalXml(foreign)).toBe(
    `<?xml version="1.0"?><worksheet xmlns="${main}" xmlns:r="rel"><c r="A1" t="str"><v>a&lt;b</v></c></worksheet>`,
  )
})

test('an attribute is read and replaced by its whole name', () => {
  const tag = '<c x14:r="B2" dr="C3" r="A&amp;1" s="4"/>'
  expect(attribute(tag, 'r')).toBe('A&1')
  expect(withAttribute(tag, 'r', '"<')).toBe('<c x14:r="B2" dr="C3" s="4" r="&quot;&lt;"/>')
  expect(withAttribute(tag, 's', undefined)).toBe('<c x14:r="B2" dr="C3" r="A&amp;1"/>')
})

test('an element ends at its own end tag, and > may stand in an attribute', () => {
  const xml = '<x14:f a=">"/><formula>1</formula><x14:f>A1</x14:f><f/>'
  expect(elements(xml, 'f').map(({ whole }) => whole)).toEqual([
    '<x14:f a=">"/>',
    '<x14:f>A1</x14:f>',
    '<f/>',
  ])
})

test('what reads as an escape of Excel comes back as written', () => {
  expect(escapeText('_x000D_ & _x5F_')).toBe('_x005F_x000D_ &amp; _x5F_')
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(unescapeText(escapeText(text))).toBe(text)
    }),
  )
})

test('a marker that formatting cut in pieces looks as its name begins; runs left empty go', () => {
  const item =
    '<r><rPr><sz val="16"/></rPr><t>填报单位：{{</t></r><r><rPr><b/></rPr><t>单</t></r><r><t>位}</t></r><r><t>}</t></r><rPh sb="0" eb="1"><t>x</t></rPh><r><t>（章）</t></r>'
  expect(markedText(item)).toEqual({
    names: ['单位'],
    isWhole: false,
    isPlain: false,
    runSize: 16,
    pieces: [
      { xml: '<r><rPr><sz val="16"/></rPr><t xml:space="preserve">', text: '' },
      { xml: '填报单位：', text: '填报单位：' },
      { xml: '</t></r>', text: '' },
      { xml: '<r><rPr><b/></rPr><t xml:space="preserve">', text: '' },
      { name: '单位' },
      { xml: '</t></r>', text: '' },
      { xml: '<r><t xml:space="preserve">', text: '' },
      { xml: '（章）', text: '（章）' },
      { xml: '</t></r>', text: '' },
    ],
  })
})

test.each([
  ['<t>{{ 序号 }}</t>', true],
  ['<t>｛｛序号｝｝</t>', true],
  ['<t>第{{序号}}号</t>', false],
  ['<t>{{序号}}{{备注}}</t>', false],
])('%s is nothing but a marker: %s', (item, isWhole) => {
  expect(markedText(item)?.isWhole).toBe(isWhole)
})

test('a text without a marker is left alone', () => {
  expect(markedText('<t>{序号}</t>')).toBeUndefined()
})

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const written = (root: XmlElement | undefined): string | undefined =>
  root && new TextDecoder().decode(xmlBytes(root)).split('\n').slice(1).join('\n')

test.each([
  ['prefixes, case and empty elements', '<w:P xmlns:w="u"><w:tblPr w:Val=""/></w:P>', undefined],
  ['blanks inside the root', '<a> <b/>\t</a>', undefined],
  ['a byte-order mark and a declaration', '\uFEFF<?xml version="1.0"?>\n<a/>\n', '<a/>'],
  ['CDATA and comments', '<a><![CDATA[<x>&]]><!-- no --></a>', '<a>&lt;x&gt;&amp;</a>'],
  ['character references', '<a b="&#10;&quot;">&#x20BB7;&#13;</a>', '<a b="&#10;&quot;">𠮷&#13;</a>'],
  ['HTML names for characters, which XML does not have', '<a>&nbsp;</a>', '<a>&amp;nbsp;</a>'],
])('the XML tree keeps %s', (_, xml, expected) => {
  expect(written(parseXml(bytes(xml)))).toBe(expected ?? xml)
})

test.each(['', 'words', '<a>', '<a><b></b>', '<a/><b/>'])('%j is no XML document', (xml) => {
  expect(parseXml(bytes(xml))).toBeUndefined()
})

test('any text comes back from an attribute and from between tags', () => {
  const text = fc
    .string({ unit: 'binary' })
    .filter((value) => !/[\p{Cc}\p{Cs}\uFEFF\uFFFE\uFFFF]/u.test(value))
  fc.assert(
    fc.property(text, (value) => {
      const root = parseXml(xmlBytes(element('a', { 'w:val': value }, value)))
      expect([root?.attributes['w:val'], root?.children.join('')]).toEqual([value, value])
    }),
  )
})

const spreadsheet = 'urn:schemas-microsoft-com:office:spreadsheet'

function workbook(rows: string, encoding = 'UTF-8'): string {
  const styles =
    '<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy/m/d;@"/></Style><Style ss:ID="s"><NumberFormat ss:Format="Short Date"/></Style></Styles>'
  return `<?xml version="1.0" encoding="${encoding}"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="${spreadsheet}" xmlns:ss="${spreadsheet}">${styles}<Worksheet ss:Name="台账"><Table>${rows}</Table></Worksheet></Workbook>`
}

const text = (value: string) => `<Cell><Data ss:Type="String">${value}</Data></Cell>`

const rows = `<Row>${text('序号')}${text('案件类型')}${text('立案时间')}${text('结案时间')}${text('公开网址')}</Row>
<Row ss:Index="3"><Cell><Data ss:Type="Number">1</Data></Cell><Cell ss:MergeDown="1"><Data ss:Type="String">商标侵权</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2024-03-05T00:00:00.000</Data></Cell><Cell ss:StyleID="s"><Data ss:Type="DateTime">2024-04-18T00:00:00.000</Data></Cell><Cell ss:HRef="https://a.cn/1"><Data ss:Type="String">查看</Data></Cell></Row>
<Row><Cell><Data ss:Type="Number">2</Data></Cell><Cell ss:Index="3"><Data ss:Type="String">2024/3/11</Data></Cell></Row>`

const sheet = {
  name: '台账',
  preamble: [],
  rows: [
    { line: 1, row: 1, cells: ['序号', '案件类型', '立案时间', '结案时间', '公开网址'] },
    { line: 2, row: 2, cells: [] },
    {
      line: 3,
      row: 3,
      cells: ['1', '商标侵权', '2024-03-05', '2024-04-18', '查看'],
      links: new Map([[4, 'https://a.cn/1']]),
    },
    { line: 4, row: 4, cells: ['2', '', '2024/3/11'], merged: new Map([[1, '商标侵权']]) },
  ],
}

test.each([
  ['in UTF-8', new TextEncoder().encode(workbook(rows))],
  ['in GBK', gb18030(workbook(rows, 'GB2312'))],
])('a workbook that Excel 2003 wrote as one XML file %s is read', async (_, bytes) => {
  expect(await readBook(bytes)).toEqual({ sheets: [sheet], skipped: [] })
})

test('a row past the end of any sheet neither fills the memory nor is lost in silence', async () => {
  const far = `<Row ss:Index="900000000"><Cell ss:Index="900000000"><Data ss:Type="String">x</Data></Cell></Row>`
  expect(await readBook(new TextEncoder().encode(workbook(rows + far)))).toEqual({ refused: 'rows' })
})

test('one that breaks off is damaged', async () => {
  expect(await readBook(new TextEncoder().encode(workbook(rows).slice(0, -60)))).toEqual({
    refused: 'damaged',
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  attribute,
  elements,
  escapeText,
  normalXml,
  unescapeText,
  withAttribute,
} from '../../src/office/xml-text.ts'
import { markedText } from '../../src/render/table/xlsx/marks.ts'

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

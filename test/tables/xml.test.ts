import fc from 'fast-check'
import { expect, test } from 'vitest'
import { element, parseXml, type XmlElement, xmlBytes } from '../../src/office/xml-tree.ts'

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

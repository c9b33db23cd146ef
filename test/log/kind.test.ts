import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOf } from '../../src/log/kind.ts'
import { createDecoder, encodingsOf } from '../../src/log/text/decode.ts'
import type { Encoding } from '../../src/model/log.ts'
import { runs } from '../property-tests.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const hex = (digits: string) => Uint8Array.from(Buffer.from(digits, 'hex'))
const utf16le = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'))
const utf16be = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16())

test.each([
  ['an empty file', '', 'text'],
  ['a log in UTF-8', '序号,案件类型\r\n1,商标侵权\r\n', 'text'],
  ['a log with a byte-order mark', '\ufeff序号,案件类型\n', 'text'],
  ['a page', '<html><table>', 'page'],
  ['a page after a byte-order mark, blanks and line ends', '\ufeff \r\n\t<table>', 'page'],
  ['a log with a tag in a cell', '序号,<b>案件类型</b>', 'text'],
  ['a document in rich text', '{\\rtf1\\ansi', 'rich-text'],
  ['a page with all it needs in one file', 'MIME-Version: 1.0\r\nX-Document-Type: Workbook', 'web-archive'],
  ['a PDF', '%PDF-1.7', 'pdf'],
])('%s is told by its text', (_, text, kind) => {
  expect(kindOf(utf8(text))).toBe(kind)
})

test.each([
  ['a log in GBK', 'd0f2bac52cb0b8bcfec0e0d0cd0d0a', 'text'],
  ['a zip archive', '504b030414000600', 'zip'],
  ['a zip archive without a file', '504b0506000000000000', 'zip'],
  ['an old Office document', 'd0cf11e0a1b11ae10000', 'ole'],
  ['an Excel 4 sheet', '0904060000001000', 'bare-sheet'],
  ['a PNG picture', '89504e470d0a1a0a0000', 'image'],
  ['a JPEG picture', 'ffd8ffe000104a464946', 'image'],
  ['a TIFF scan', '49492a0008000000', 'image'],
  ['a RAR archive', '526172211a0701', 'archive'],
  ['a 7z archive', '377abcaf271c0004', 'archive'],
  ['a program', '4d5a90000300000004000000ffff0000', 'binary'],
  ['a sound', '52494646240000005741564566', 'binary'],
  ['UTF-32', 'fffe0000e85e00000000', 'binary'],
])('%s is told by its bytes', (_, digits, kind) => {
  expect(kindOf(hex(digits))).toBe(kind)
})

test.each([
  ['without a mark', '序号\t案件类型\r\n1\t商标侵权一\r\n'],
  ['with a mark', '\ufeff序号\t案件类型\r\n'],
  ['with a mark and no ASCII', '\ufeff序号'],
  ['with a mark and a control character', '\ufeff序号\t案件\u001b类型'],
])('UTF-16 %s is text in both byte orders, NUL bytes or not', (_, text) => {
  expect([kindOf(utf16le(text)), kindOf(utf16be(text))]).toEqual(['text', 'text'])
})

test('a page in UTF-16 is a page', () => {
  expect([kindOf(utf16le('\ufeff <html>')), kindOf(utf16be('\ufeff<html>'))]).toEqual(['page', 'page'])
})

test('a sample cut in the middle of a pair is still UTF-16', () => {
  expect(kindOf(utf16le('序号\t案件类型\r\n').subarray(0, 11))).toBe('text')
})

test('text with a stray NUL byte is binary', () => {
  expect(kindOf(utf8('序号,案件类型\n1,商标侵权\0\n'))).toBe('binary')
})

function decoded(bytes: Uint8Array, encoding: Encoding, size: number): string {
  const decoder = createDecoder(encoding)
  let text = ''
  for (let at = 0; at < bytes.length; at += size) text += decoder.decode(bytes.subarray(at, at + size))
  return text + decoder.end()
}

const likeText = fc.uint8Array({ maxLength: 60 }).map((bytes) => {
  const text = Buffer.from('案件,〔2024〕\n')
  return Buffer.concat([bytes.subarray(0, bytes.length / 2), text, bytes.subarray(bytes.length / 2)])
})

test.each<Encoding>(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])(
  '%s in pieces is what the platform decodes at once',
  (encoding) => {
    fc.assert(
      fc.property(likeText, fc.integer({ min: 1, max: 9 }), (bytes, size) => {
        const whole = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, '')
        expect(decoded(bytes, encoding, size)).toBe(whole)
      }),
      { numRuns: runs(500) },
    )
  },
)

test.each([
  ['a mark of UTF-8', [0xef, 0xbb, 0xbf, 0x61], ['utf-8']],
  ['a mark of UTF-16', [0xff, 0xfe, 0x61, 0x00], ['utf-16le']],
  ['a mark of big-endian UTF-16', [0xfe, 0xff, 0x00, 0x61], ['utf-16be']],
  ['a mark of GB18030', [0x84, 0x31, 0x95, 0x33], ['gb18030']],
  ['NUL behind each letter', [0x61, 0x00, 0x2c, 0x00], ['utf-16le']],
  ['NUL before each letter', [0x00, 0x61, 0x00, 0x2c], ['utf-16be']],
  ['nothing told', [0xb0, 0xb8], ['utf-8', 'gb18030']],
  ['nothing at all', [], ['utf-8', 'gb18030']],
])('%s', (_, bytes, encodings) => {
  expect(encodingsOf(Uint8Array.from(bytes))).toEqual(encodings)
})

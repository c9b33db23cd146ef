import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDecoder, encodingsOf } from '../../src/log/text/decode.ts'
import type { Encoding } from '../../src/model/log.ts'
import { runs } from '../property-tests.ts'

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

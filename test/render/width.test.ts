import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { displayWidth } from '../../src/render/width.ts'
import { runs } from '../property-tests.ts'

const codes = Array.from({ length: 0x110000 }, (_, code) => code)

test('every character is as wide as Unicode says', () => {
  const wrong = codes.filter((code) => {
    const character = String.fromCodePoint(code)
    return displayWidth(character) !== stringWidth(character)
  })
  expect(wrong).toEqual([])
})

test('a text is as wide as Unicode says, also where characters join', () => {
  const character = fc.constantFrom(
    'a',
    '〔',
    '案',
    '。',
    '１',
    '\u0301',
    '👨‍👩‍👧',
    '👩',
    '🏽',
    '🇨',
    '🇳',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '#',
    '\u20e3',
    '\u200d',
    '\ufe0f',
    '\t',
    '\u001b[31m',
    '☎',
    '©',
    '\u3099',
  )
  fc.assert(
    fc.property(fc.string({ unit: character }), (text) => {
      expect(displayWidth(text)).toBe(stringWidth(text))
    }),
    { numRuns: runs(2_000) },
  )
})

import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { displayWidth } from '../../src/render/width.ts'
import { runs } from '../property-tests.ts'

const codes = Array.from({ length: 0x10000 }, (_, code) => code)

test('every character of the basic plane is as wide as Unicode says', () => {
  const wrong = codes.filter((code) => {
    const character = String.fromCharCode(code)
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
    '\ufe0f',
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

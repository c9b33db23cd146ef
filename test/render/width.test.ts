import stringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { displayWidth } from '../../src/render/width.ts'

test('every character is as wide as Unicode says, the plain ones too', () => {
  const codes = Array.from({ length: 0x110000 }, (_, code) => code)
  const wrong = codes.filter((code) => {
    const character = String.fromCodePoint(code)
    return displayWidth(character) !== stringWidth(character)
  })
  expect(wrong).toEqual([])
})

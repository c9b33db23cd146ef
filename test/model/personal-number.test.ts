import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personalNumbersIn, withoutPersonalNumbers } from '../../src/model/personal-number.ts'

test.each([
  ['13900000000', ['手机号码 139******00']],
  ['电话：13900000000，备用19900000000', ['手机号码 139******00', '手机号码 199******00']],
  ['１３９００００００００', ['手机号码 １３９******００']],
  ['11010119000307007X', ['身份证号码 110*************7X']],
  ['11010119000307007x', ['身份证号码 110*************7x']],
  ['138-4210-0000', ['手机号码 138********00']],
  ['电话 138 4210 0000。', ['手机号码 138********00']],
  ['138－4210－0000', ['手机号码 138********00']],
  ['138.4210.0000', ['手机号码 138********00']],
  ['身份证 110101 19000307 0010', ['身份证号码 110***************10']],
  ['110101-19000307-007x，已告知', ['身份证号码 110***************7x']],
  ['证号110101190003070010号', ['身份证号码 110*************10']],
])('%s holds %o', (text, expected) => {
  expect(personalNumbersIn(text).map(({ kind, masked }) => `${kind} ${masked}`)).toEqual(expected)
})

test.each([
  ['110101190003070001', 'has a wrong check sign'],
  ['110101190013070010', 'has no thirteenth month'],
  ['12900000000', 'is of no mobile prefix'],
  ['139000000000', 'is a run of twelve'],
  ['8613900000000', 'is a run of thirteen'],
  ['2024-03-05', 'is a date'],
  ['2024-138-4210-0000', 'is a piece of a longer row'],
  ['138-4210-00001', 'has a digit too many'],
  ['138.4210.00001', 'has a digit too many, behind a dot'],
  ['110101 19000307 0001', 'has a wrong check sign, in groups'],
  ['2110101 19000307 0010', 'is a piece of a longer row, in groups'],
  ['110101-19000307-00101', 'has a digit too many, in groups'],
])('%s %s', (text) => {
  expect(personalNumbersIn(text)).toEqual([])
})

test('a number is found wherever it stands', () => {
  const filler = fc.stringMatching(/^[一-三a-z ，]{0,30}$/)
  fc.assert(
    fc.property(filler, filler, (before, behind) => {
      expect(personalNumbersIn(`${before}，13900000000，${behind}`).length).toBe(1)
    }),
  )
})

test('what is kept of a text shows none of its numbers whole', () => {
  expect(withoutPersonalNumbers('电话13900000000、13900000001，证110101190003070001X')).toBe(
    '电话139******00、139******01，证110101190003070001X',
  )
  expect(withoutPersonalNumbers('已移送公安机关')).toBe('已移送公安机关')
})

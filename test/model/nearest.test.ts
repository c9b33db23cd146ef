import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseTypeSpellings } from '../../src/model/case-type.ts'
import { nearest } from '../../src/model/nearest.ts'

test.each([
  ['商标侵全', '商标侵权'],
  ['标商侵权', '商标侵权'],
  ['假冒专例', '假冒专利'],
  ['专利侵权裁绝', '专利侵权裁决'],
  ['地理标志和官方标识', '地理标志和官方标志'],
  ['商标', undefined],
  ['专利', undefined],
  ['食品安全', undefined],
])('the case type nearest to %s is %s', (word, expected) => {
  expect(nearest(word, caseTypeSpellings)).toEqual(expected)
})

test('a word is nearest to itself', () => {
  const words = fc.uniqueArray(fc.string({ minLength: 1 }).map((word) => word.toLowerCase()))
  fc.assert(
    fc.property(words, (list) => {
      expect(list.map((word) => nearest(word, list))).toEqual(list)
    }),
  )
})

const names = ['report', 'validate', 'number', 'fix', 'deadline', 'record', 'diff']

test.each([
  ['vaildate', 'validate'],
  ['reprot', 'report'],
  ['Report', 'report'],
  ['fixx', 'fix'],
  ['deadlines', 'deadline'],
  ['dif', 'diff'],
  ['台账', undefined],
  ['x', undefined],
  ['', undefined],
])('the command nearest to "%s" is %s', (word, expected) => {
  expect(nearest(word, names)).toEqual(expected)
})

test('of equally near words the first is meant', () => {
  expect(nearest('假冒专', ['假冒专利', '假冒专用'])).toEqual('假冒专利')
})

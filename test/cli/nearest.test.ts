import { expect, test } from 'vitest'
import { nearest } from '../../src/model/nearest.ts'

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

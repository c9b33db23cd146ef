import { expect, test } from 'vitest'
import { day, daysBetween } from '../../src/model/date.ts'
import { hasBegun, readPeriod } from '../../src/model/period.ts'

test.each([
  ['all', { name: 'all' }],
  [' Since-Last ', { name: 'since-last' }],
  ['2024', { name: '2024', from: '2024-01-01', to: '2024-12-31' }],
  ['2024-02', { name: '2024-02', from: '2024-02-01', to: '2024-02-29' }],
  ['2023-02', { name: '2023-02', from: '2023-02-01', to: '2023-02-28' }],
  ['2024-q2', { name: '2024-Q2', from: '2024-04-01', to: '2024-06-30' }],
  ['2024-Q4', { name: '2024-Q4', from: '2024-10-01', to: '2024-12-31' }],
  ['9999-12', { name: '9999-12', from: '9999-12-01', to: '9999-12-31' }],
  ['2024-04-01..2024-06-07', { name: '2024-04-01..2024-06-07', from: '2024-04-01', to: '2024-06-07' }],
  [' 2024-06-07 .. 2024-06-07', { name: '2024-06-07..2024-06-07', from: '2024-06-07', to: '2024-06-07' }],
])('%s is a period', (text, period) => {
  expect(readPeriod(text)).toEqual(period)
})

test.each([
  '',
  'last',
  '24',
  '2024-13',
  '2024-00',
  '2024-5',
  '2024-Q5',
  '0000',
  '2024-06-07',
  '2024-06-07..2024-04-01',
  '2024-02-30..2024-04-01',
  '2024-01-01..2024-02-01..2024-03-01',
  '2024..2025',
])('%j is none', (text) => {
  expect(readPeriod(text)).toBeUndefined()
})

test('a period that has not begun is known', () => {
  const asOf = day('2024-06-07')
  const periods = ['all', 'since-last', '2024', '2024-06', '2024-Q3', '2024-06-08..2024-06-09']
  expect(periods.map((text) => hasBegun(readPeriod(text) ?? { name: 'all' }, asOf))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})

test.each([
  ['2024-02-28', '2024-03-01', 2],
  ['2023-02-28', '2023-03-01', 1],
  ['2024-03-09', '2024-03-11', 2],
  ['2024-06-07', '2024-06-07', 0],
  ['2024-04-18', '2024-03-05', -44],
  ['1924-03-01', '2024-03-01', 36_525],
])('from %s to %s are %i calendar days, also where a clock was put forward', (from, to, days) => {
  expect(daysBetween(day(from), day(to))).toBe(days)
})

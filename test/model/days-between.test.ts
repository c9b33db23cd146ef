import { expect, test } from 'vitest'
import { day, daysBetween } from '../../src/model/date.ts'

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

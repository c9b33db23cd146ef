import { expect, test } from 'vitest'
import { bytesPerRow, median, millisecondsPerRow, type Timing } from './results.ts'

test.each([
  [[3], 3],
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[10, 9, 1000, 8, 11], 10],
])('the median of %j is %d', (numbers, middle) => {
  expect(median(numbers)).toBe(middle)
})

test('nothing has no median', () => {
  expect(median([])).toBeNaN()
})

function size(rows: number, milliseconds: number, peakMebibytes: number): Timing {
  return { id: '', title: '', rows, milliseconds: [milliseconds], peakMebibytes }
}

test('what both sizes take before their first row counts for neither', () => {
  expect(millisecondsPerRow(size(1000, 50, 0), size(3000, 90, 0))).toBe(0.02)
  expect(bytesPerRow(size(0, 0, 64), size(2 ** 20, 0, 88))).toBe(24)
})

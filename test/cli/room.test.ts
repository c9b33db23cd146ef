import { expect, test } from 'vitest'
import { furnish } from '../../src/returns/room.ts'

const words = (...list: number[]) => Int32Array.from(list)

test('lists stand one behind the other in the room they are given, if they just fit', () => {
  const given = new SharedArrayBuffer(12)
  const { room, lists } = furnish([words(1, -2), words(), words(3)], given)
  expect(room).toBe(given)
  expect(lists).toEqual([words(1, -2), words(), words(3)])
  expect(new Int32Array(given)).toEqual(words(1, -2, 3))
})

test('a room that is too small by a word stays as it is, and a larger one is made', () => {
  const given = new SharedArrayBuffer(8)
  const { room, lists } = furnish([words(1, 2), words(3)], given)
  expect(new Int32Array(given)).toEqual(words(0, 0))
  expect(room.byteLength).toBeGreaterThanOrEqual(12)
  expect(lists).toEqual([words(1, 2), words(3)])
})

test('no lists, and a list beyond the smallest room, have their room too', () => {
  expect(furnish([]).lists).toEqual([])
  const long = Int32Array.from({ length: 100_000 }, (_, at) => at)
  expect(furnish([long]).lists).toEqual([long])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  append,
  countOf,
  createRunningLines,
  type LineOfLog,
  lineAt,
  openLog,
  type RunningLines,
} from '../../src/check/running-lines.ts'

/** Of each log the lines told of, in their order; a log may have none. */
const logs = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 10_000_000 }), { maxLength: 5 }), {
  maxLength: 8,
})

interface Counted {
  readonly line: LineOfLog
  readonly count: number
}

function countIn(running: RunningLines, found: readonly (readonly number[])[]): readonly Counted[] {
  return found.flatMap((lines, log) => {
    const inOrder = lines.toSorted((one, other) => one - other)
    openLog(running, inOrder[0] ?? 1)
    return inOrder.map((line) => ({ line: { log, line }, count: countOf(running, line) }))
  })
}

test('every line has a count of its own, by which it is found again', () => {
  fc.assert(
    fc.property(logs, (found) => {
      const running = createRunningLines()
      const counted = countIn(running, found)
      for (const { line, count } of counted) expect(lineAt(running, count)).toEqual(line)
      expect(new Set(counted.map(({ count }) => count)).size).toBe(counted.length)
      expect(counted.every(({ count }) => count > 0)).toBe(true)
    }),
  )
})

test('lines counted apart are found behind those counted before', () => {
  fc.assert(
    fc.property(logs, logs, fc.nat({ max: 9 }), (found, more, linesBefore) => {
      const running = createRunningLines()
      const before = countIn(running, found)
      const apart = createRunningLines()
      const behind = countIn(apart, more)
      const { last } = running
      append(running, apart, linesBefore)
      for (const { line, count } of before) expect(lineAt(running, count)).toEqual(line)
      for (const { line, count } of behind) {
        const moved = { log: line.log + found.length, line: line.line + linesBefore }
        expect(lineAt(running, count + last)).toEqual(moved)
      }
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { append, countOf, createRunningLines, type LineOfLog, lineAt } from '../../src/rules/running-lines.ts'

/** Of each log the lines told of, in their order; a log may have none. */
const logs = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 10_000_000 }), { maxLength: 5 }), {
  maxLength: 8,
})

function linesOf(found: readonly (readonly number[])[]): readonly LineOfLog[] {
  return found.flatMap((lines, log) =>
    lines.toSorted((one, other) => one - other).map((line) => ({ log, line })),
  )
}

test('every line has a count of its own, by which it is found again', () => {
  fc.assert(
    fc.property(logs, (found) => {
      const running = createRunningLines()
      const lines = linesOf(found)
      const counts = lines.map((line) => countOf(running, line))
      expect(counts.map((count) => lineAt(running, count))).toEqual(lines)
      expect(new Set(counts).size).toBe(lines.length)
      expect(counts.every((count) => count > 0)).toBe(true)
    }),
  )
})

test('lines counted apart are found behind those counted before', () => {
  fc.assert(
    fc.property(logs, logs, (found, more) => {
      const running = createRunningLines()
      const before = linesOf(found).map((line) => ({ line, count: countOf(running, line) }))
      const apart = createRunningLines()
      const behind = linesOf(more).map((line) => ({ line, count: countOf(apart, line) }))
      const { last } = running
      append(running, apart, { logs: found.length, linesBefore: 0 })
      for (const { line, count } of before) expect(lineAt(running, count)).toEqual(line)
      for (const { line, count } of behind) {
        expect(lineAt(running, count + last)).toEqual({ log: line.log + found.length, line: line.line })
      }
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Column } from '../../src/model/case.ts'
import { caseTypes } from '../../src/model/case-type.ts'
import { day } from '../../src/model/date.ts'
import { previousCaseOf } from '../../src/model/previous-case.ts'
import { caseChanges } from '../../src/table/case-changes.ts'
import { buildCase } from '../build-case.ts'

type Cells = Partial<Record<Column, string>>

const end = day('2024-09-09')
const open = { closed: '', outcome: '在办' }

function changes(then: readonly Cells[], now: readonly Cells[], kept = (_: number) => true) {
  const cases = now.map(buildCase)
  const previous = then.map((cells) => previousCaseOf(buildCase(cells)))
  return caseChanges({ previous, cases, kept: cases.filter((_, at) => kept(at)), end })
}

const nothing = {
  added: 0,
  removed: 0,
  closedSince: 0,
  stillOpen: 0,
  openRemoved: 0,
  leftOut: 0,
  reopened: 0,
}

test('a case that changed its number when it was closed was open then and is closed now', () => {
  const [then, now] = [[{ ...open, caseNumber: '立9号' }], [{ caseNumber: '罚12号', closed: '2024-07-01' }]]
  expect(changes(then, now)).toEqual({
    ...nothing,
    before: 1,
    now: 1,
    wasOpen: 1,
    closedSince: 1,
    renumbered: 1,
  })
})

test('a case closed only after the period is still open', () => {
  expect(changes([{ ...open }], [{ closed: '2024-09-10' }])).toMatchObject({ closedSince: 0, stillOpen: 1 })
})

test('what is read and left out is removed, and known to be there', () => {
  expect(
    changes([{}, { ...open, caseNumber: '立2号' }], [{}, { ...open, caseNumber: '立2号' }], (at) => at > 0),
  ).toEqual({
    ...nothing,
    before: 2,
    removed: 1,
    leftOut: 1,
    now: 1,
    wasOpen: 1,
    stillOpen: 1,
    renumbered: 0,
  })
})

const anyCells: fc.Arbitrary<Cells> = fc.record({
  type: fc.constantFrom(...caseTypes.slice(0, 3), '商标'),
  caseNumber: fc.constantFrom('', '1号', '2号', '3号', '4号'),
  filed: fc.constantFrom('', '2024-03-05', '2024-03-06'),
  closed: fc.constantFrom('', '2024-04-18', '2024-09-10'),
  outcome: fc.constantFrom('行政处罚', '在办', ''),
})
const anyReturn = fc.array(anyCells, { maxLength: 12 })

test('before + added − removed = now, and what was open is closed, open or removed', () => {
  fc.assert(
    fc.property(anyReturn, anyReturn, fc.nat(), (then, now, bits) => {
      const found = changes(then, now, (at) => ((bits >> at) & 1) === 1)
      const { before, added, removed, wasOpen, closedSince, stillOpen, openRemoved } = found
      expect(before + added - removed).toBe(found.now)
      expect(closedSince + stillOpen + openRemoved).toBe(wasOpen)
      expect(
        Math.min(added, removed, openRemoved, removed - openRemoved, found.leftOut),
      ).toBeGreaterThanOrEqual(0)
      expect(found.leftOut).toBeLessThanOrEqual(removed)
    }),
  )
})

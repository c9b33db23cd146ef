import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { caseTypes } from '../../src/model/case-type.ts'
import { addDays, day } from '../../src/model/date.ts'
import { severities } from '../../src/model/finding.ts'
import { readPeriod } from '../../src/model/period.ts'
import { sift } from '../../src/table/left-out.ts'
import { periodOf } from '../../src/table/period.ts'
import { tabulate } from '../../src/table/tabulate.ts'
import { totalsOf } from '../../src/table/totals.ts'
import { caseOf, closedWith, nothingMissing } from './build.ts'

const asOf = day('2024-06-07')

const date = fc.option(fc.integer({ min: -900, max: 60 }).map((days) => addDays(asOf, days)))
const anyCase = fc
  .record({
    path: fc.constantFrom('a.csv', 'b.csv'),
    type: fc.constantFrom(...caseTypes, null, undefined),
    filed: date,
    closed: date,
    words: fc.constantFrom(null, '行政处罚', '裁决（驳回请求）', '不知道', '在办'),
  })
  .map(({ path, words, ...parts }) => ({
    ...parts,
    layout: { path, index: {}, heading: {} },
    ...(words === null ? {} : closedWith(words)),
    ...(words === '不知道' && { outcome: { state: 'unknown' } as const }),
    ...(words === '在办' && { outcome: { state: 'open' } as const }),
  }))
const anyFinding = fc.record({
  rule: fc.constantFrom('filed-missing', 'heading-missing', 'type-unknown'),
  severity: fc.constantFrom(...severities),
  path: fc.constantFrom('a.csv', 'b.csv', 'c.csv'),
  line: fc.integer({ min: 1, max: 30 }),
})

test('every sum agrees, whatever the faults, the types and the period', () => {
  fc.assert(
    fc.property(
      fc.array(anyCase, { maxLength: 30 }),
      fc.array(anyFinding, { maxLength: 10 }),
      fc.subarray([...caseTypes]),
      fc.constantFrom('all', 'year-to-date', 'since-last', '2024-Q1', '2023-12'),
      (parts, found, types, name) => {
        const cases: readonly Case[] = parts.map((part, index) => caseOf({ ...part, line: index + 2 }))
        const period = periodOf(readPeriod(name) ?? { name: 'all' }, asOf)
        const { kept, leftOut: missing } = sift(
          cases,
          found.map((one) => ({ ...one, message: '', remedy: '' })),
          { types, period },
        )
        const head = { form: { label: null, title: '', note: '' }, types, unit: null, date: asOf, period }
        const table = tabulate(kept, {
          ...head,
          sort: 'filed',
          missing: { ...nothingMissing, leftOut: missing },
        })
        const { all: sum, byType } = totalsOf(table)
        expect(sum.cases + missing.length).toBe(cases.length)
        for (const tally of [sum, ...byType]) {
          expect(tally.carried + tally.filed).toBe(tally.cases)
          expect(tally.closed + tally.open).toBe(tally.cases)
          expect(tally.outcomes.reduce((total, one) => total + one.cases, 0)).toBe(tally.closed)
        }
        for (const key of ['cases', 'carried', 'filed', 'closed', 'open', 'published', 'timed'] as const) {
          expect(byType.reduce((total, tally) => total + tally[key], 0)).toBe(sum[key])
        }
        const places = [
          ...table.sections.flatMap(({ rows }) => rows.map(({ source }) => `${source.path}:${source.line}`)),
          ...missing.map(({ path, line }) => `${path}:${line}`),
        ]
        expect(new Set(places).size).toBe(cases.length)
        const isSilent = table.sections.every(({ rows }) => rows.length === 0)
        expect(table.nil).toBe(isSilent && missing.every(({ reason }) => reason !== 'rule'))
      },
    ),
  )
})

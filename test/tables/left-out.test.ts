import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { caseTypes } from '../../src/model/case-type.ts'
import { addDays, day } from '../../src/model/date.ts'
import { type Finding, severities } from '../../src/model/finding.ts'
import { readPeriod } from '../../src/model/period.ts'
import { sift } from '../../src/table/left-out.ts'
import { periodOf } from '../../src/table/period.ts'
import { tabulate } from '../../src/table/tabulate.ts'
import { totalsOf } from '../../src/table/totals.ts'
import { caseOf, closedWith } from './build.ts'

const asOf = day('2024-06-07')
const all = { types: caseTypes, period: periodOf({ name: 'all' }, asOf) }

function finding(parts: Partial<Finding>): Finding {
  return { rule: 'date-invalid', severity: 'error', path: 'cases.csv', message: '', remedy: '', ...parts }
}

test('a row with errors is left out once, with every rule against it', () => {
  const cases = [caseOf({ line: 2 }), caseOf({ line: 3 })]
  const findings = [
    finding({ line: 3 }),
    finding({ line: 3, rule: 'url-missing' }),
    finding({ line: 3, rule: 'url-missing' }),
    finding({ line: 2, rule: 'outcome-unknown', severity: 'warning' }),
  ]
  expect(sift(cases, findings, all)).toEqual({
    kept: [cases[0]],
    leftOut: [{ path: 'cases.csv', line: 3, reason: 'rule', rules: ['date-invalid', 'url-missing'] }],
  })
})

test('an error of the log leaves out the whole log and no other', () => {
  const other = caseOf({ layout: { path: 'other.csv', index: {}, heading: {} } })
  const findings = [finding({ rule: 'heading-missing', line: 1, column: 'filed' })]
  expect(sift([caseOf({}), other], findings, all)).toEqual({
    kept: [other],
    leftOut: [{ path: 'cases.csv', line: 2, reason: 'rule', rules: ['heading-missing'] }],
  })
})

test('the same line of another sheet is another row', () => {
  const inSheet = (sheet: string) => caseOf({ layout: { path: 'a.xlsx', sheet, index: {}, heading: {} } })
  const [first, second] = [inSheet('一季度'), inSheet('二季度')]
  const findings = [finding({ path: 'a.xlsx', sheet: '二季度', line: 2 })]
  expect(sift([first, second], findings, all)).toEqual({
    kept: [first],
    leftOut: [{ path: 'a.xlsx', sheet: '二季度', line: 2, reason: 'rule', rules: ['date-invalid'] }],
  })
})

test('a kind of case that the programme does not collect is out of scope', () => {
  const agency = caseOf({ type: undefined })
  const trademark = caseOf({ line: 3 })
  const findings = [finding({ line: 2, rule: 'type-out-of-scope', severity: 'warning', column: 'type' })]
  const scope = { ...all, types: ['专利侵权裁决', '假冒专利'] as const }
  expect(sift([agency, trademark], findings, scope).leftOut).toEqual([
    { path: 'cases.csv', line: 2, reason: 'out-of-scope', rules: ['type-out-of-scope'] },
    { path: 'cases.csv', line: 3, reason: 'out-of-scope', rules: [] },
  ])
})

test('a case outside the period is left out without a rule', () => {
  const old = caseOf({ filed: day('2023-01-05'), closed: day('2023-02-01'), ...closedWith('行政处罚') })
  const scope = { ...all, period: periodOf({ name: 'year-to-date' }, asOf) }
  expect(sift([old], [], scope).leftOut).toEqual([
    { path: 'cases.csv', line: 2, reason: 'period', rules: [] },
  ])
})

const date = fc.option(fc.integer({ min: -900, max: 60 }).map((days) => addDays(asOf, days)))
const anyCase = fc
  .record({
    path: fc.constantFrom('a.csv', 'b.csv'),
    type: fc.constantFrom(...caseTypes, null, undefined),
    filed: date,
    closed: date,
    open: fc.boolean(),
  })
  .map(({ path, open, ...parts }) => ({
    ...parts,
    layout: { path, index: {}, heading: {} },
    ...(open ? { outcome: { state: 'open' } as const } : closedWith('行政处罚')),
  }))
const anyFinding = fc.record({
  rule: fc.constantFrom('filed-missing', 'heading-missing', 'type-unknown'),
  severity: fc.constantFrom(...severities),
  path: fc.constantFrom('a.csv', 'b.csv', 'c.csv'),
  line: fc.integer({ min: 1, max: 30 }),
})

test('cases read = rows in the table + cases left out, whatever the faults, the types and the period', () => {
  fc.assert(
    fc.property(
      fc.array(anyCase, { maxLength: 30 }),
      fc.array(anyFinding, { maxLength: 10 }),
      fc.subarray([...caseTypes]),
      fc.constantFrom('all', 'year-to-date', 'since-last', '2024-Q1', '2023-12'),
      (parts, found, types, name) => {
        const cases: readonly Case[] = parts.map((part, index) => caseOf({ ...part, line: index + 2 }))
        const period = periodOf(readPeriod(name) ?? { name: 'all' }, asOf)
        const { kept, leftOut } = sift(cases, found.map(finding), { types, period })
        const form = { label: null, title: '', note: '' }
        const table = tabulate(kept, { form, types, unit: null, date: asOf, period, sort: 'filed', leftOut })
        const totals = totalsOf(table)
        expect(totals.all.filed + leftOut.length).toBe(cases.length)
        expect(totals.all.closed + totals.all.open).toBe(totals.all.filed)
        const places = [
          ...table.sections.flatMap(({ rows }) => rows.map(({ source }) => `${source.path}:${source.line}`)),
          ...leftOut.map(({ path, line }) => `${path}:${line}`),
        ]
        expect(new Set(places).size).toBe(cases.length)
      },
    ),
  )
})

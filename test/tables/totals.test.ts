import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { caseTypes } from '../../src/model/case-type.ts'
import { addDays, day } from '../../src/model/date.ts'
import { severities } from '../../src/model/finding.ts'
import { readOutcome } from '../../src/model/outcome.ts'
import { readPeriod } from '../../src/model/period.ts'
import { sift } from '../../src/table/left-out.ts'
import { periodOf } from '../../src/table/period.ts'
import { type TableHead, tabulate } from '../../src/table/tabulate.ts'
import { totalsOf } from '../../src/table/totals.ts'
import { caseOf, closedWith, nothingMissing } from './build.ts'

const asOf = day('2024-06-07')
const head: TableHead = {
  form: { label: '附件', title: '知识产权行政案件统计表', note: '注：' },
  types: ['专利侵权裁决', '商标侵权', '假冒专利'],
  unit: '凌源市市场监督管理局',
  date: asOf,
  period: periodOf({ name: 'all' }, asOf),
  sort: 'input',
  missing: nothingMissing,
}

function rowsOf(cases: readonly Case[], changes: Partial<TableHead> = {}) {
  return tabulate(cases, { ...head, ...changes }).sections.flatMap(({ rows }) => rows)
}

const closed = { closed: day('2024-05-06'), ...closedWith('行政处罚') }

test('totals count by type and in all', () => {
  const cases = [
    caseOf({ ...closed, published: '是' }),
    caseOf({ ...closed, closed: day('2024-05-07'), published: '否' }),
    caseOf({ ...closed, outcome: { state: 'open' } }),
    caseOf({ ...closed, outcome: { state: 'vague' }, filed: null }),
    caseOf({ type: '假冒专利' }),
  ]
  const none = { carried: 0, filed: 0, closed: 0, open: 0, published: 0, confirmed: 0, invalidated: 0 }
  const outcomes = [
    { outcome: '行政处罚', cases: 2 },
    { outcome: '其他', cases: 1 },
  ]
  const penalties = { ...none, cases: 4, filed: 4, closed: 3, open: 1, published: 1 }
  expect(totalsOf(tabulate(cases, head))).toEqual({
    byType: [
      { ...none, type: '专利侵权裁决', cases: 0, medianDays: null, timed: 0, outcomes: [] },
      { ...penalties, type: '商标侵权', medianDays: 63, timed: 2, outcomes },
      { ...none, type: '假冒专利', cases: 1, filed: 1, open: 1, medianDays: null, timed: 0, outcomes: [] },
    ],
    all: { ...penalties, cases: 5, filed: 5, open: 2, medianDays: 63, timed: 2, outcomes },
  })
})

test('上期结转 was filed before the period, by 立案时间 or, without one, by the closing', () => {
  const period = { name: 'year-to-date', from: day('2024-01-01'), to: asOf } as const
  const cases = [
    caseOf({ filed: day('2023-12-31') }),
    caseOf({ filed: day('2024-01-01') }),
    caseOf({ ...closed, filed: null }),
    caseOf({ filed: null }),
  ]
  expect(rowsOf(cases, { period }).map(({ carried }) => carried)).toEqual([true, false, false, false])
  expect(totalsOf(tabulate(cases, { ...head, period })).all).toMatchObject({ cases: 4, carried: 1, filed: 3 })
  expect(rowsOf(cases).map(({ carried }) => carried)).toEqual([false, false, false, false])
  const isCarried = (c: Case) => c.filed === null
  expect(rowsOf(cases, { period, isCarried }).map(({ carried }) => carried)).toEqual([
    false,
    false,
    true,
    true,
  ])
})

test.each<readonly [outcome: string, remark: string, confirmed: boolean, invalidated: boolean]>([
  ['调解结案', '行政调解司法确认', true, false],
  ['调解结案，已司法确认', '', true, false],
  ['调解结案', '未申请司法确认', false, false],
  ['裁决（驳回请求）', '专利权被宣告无效', false, true],
  ['裁决，无效后裁驳', '', false, true],
  ['裁决（侵权成立）', '无效宣告请求被驳回', false, false],
  ['撤回请求', '专利权被宣告无效，请求人撤回', false, false],
])(
  'a ruling closed as %s and remarked %s: confirmed %s, dismissed as invalid %s',
  (outcome, remark, confirmed, invalidated) => {
    const { text } = caseOf()
    const words = { ...text, outcome, remark }
    const c = caseOf({
      type: '专利侵权裁决',
      closed: asOf,
      outcome: readOutcome('专利侵权裁决', outcome),
      text: words,
    })
    const [row] = rowsOf([c])
    expect([row?.confirmed, row?.invalidated]).toEqual([confirmed, invalidated])
    const [open] = rowsOf([{ ...c, closed: null }])
    expect([open?.confirmed, open?.invalidated, open?.result]).toEqual([false, false, null])
  },
)

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

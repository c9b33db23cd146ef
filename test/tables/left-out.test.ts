import { expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { caseTypes } from '../../src/model/case-type.ts'
import { day } from '../../src/model/date.ts'
import type { Finding } from '../../src/model/finding.ts'
import { type LeftOutCase, namedCase } from '../../src/model/report.ts'
import { logsNotWhole, sift } from '../../src/table/left-out.ts'
import { periodOf } from '../../src/table/period.ts'
import { caseOf, closedWith } from './build.ts'

const asOf = day('2024-06-07')
const all = { types: caseTypes, period: periodOf({ name: 'all' }, asOf) }

function finding(parts: Partial<Finding>): Finding {
  return {
    rule: 'date-invalid',
    severity: 'error',
    path: 'cases.csv',
    message: '不是日期',
    remedy: '',
    ...parts,
  }
}

function leftOut(
  c: Case,
  reason: LeftOutCase['reason'],
  rules: readonly string[] = [],
  message: string | null = null,
): LeftOutCase {
  return { ...namedCase(c), reason, rules, message }
}

test('a row with errors is left out once, with every rule against it and what the first of them says', () => {
  const [sound, faulty] = [caseOf({ line: 2 }), caseOf({ line: 3 })]
  const findings = [
    finding({ line: 3 }),
    finding({ line: 3, rule: 'url-missing', message: '没有网址' }),
    finding({ line: 3, rule: 'url-missing', message: '没有网址' }),
    finding({ line: 2, rule: 'outcome-unknown', severity: 'warning' }),
  ]
  expect(sift([sound, faulty], findings, all)).toEqual({
    kept: [sound],
    leftOut: [leftOut(faulty, 'rule', ['date-invalid', 'url-missing'], '不是日期')],
  })
})

test.each(['heading-row-not-found', 'heading-missing', 'heading-duplicate'])(
  '%s leaves out its whole log and no other',
  (rule) => {
    const [c, other] = [caseOf({}), caseOf({ layout: { path: 'other.csv', index: {}, heading: {} } })]
    const findings = [finding({ rule, line: 1, column: 'filed' })]
    expect(sift([c, other], findings, all)).toEqual({
      kept: [other],
      leftOut: [leftOut(c, 'rule', [rule], '不是日期')],
    })
  },
)

test.each(['case-vanished', 'unit-conflict', 'log-repeated', 'heading-unknown', 'case-renumbered'])(
  'an error about the return or log as a whole, such as %s, leaves out nothing',
  (rule) => {
    const c = caseOf({ line: 2 })
    expect(sift([c], [finding({ rule })], all)).toEqual({ kept: [c], leftOut: [] })
  },
)

test('the same line of another sheet is another row', () => {
  const inSheet = (sheet: string) => caseOf({ layout: { path: 'a.xlsx', sheet, index: {}, heading: {} } })
  const [first, second] = [inSheet('一季度'), inSheet('二季度')]
  const findings = [finding({ path: 'a.xlsx', sheet: '二季度', line: 2 })]
  expect(sift([first, second], findings, all)).toEqual({
    kept: [first],
    leftOut: [leftOut(second, 'rule', ['date-invalid'], '不是日期')],
  })
})

const blank = caseOf().text
const agency = caseOf({ type: undefined, text: { ...blank, type: '商标代理违法案件' } })

test('a kind of case that the form or the programme does not collect is out of scope', () => {
  const trademark = caseOf({ line: 3, text: { ...blank, type: '商标侵权' } })
  const scope = { ...all, types: ['专利侵权裁决', '假冒专利'] as const }
  const rules = ['type-out-of-scope']
  expect(sift([agency, trademark], [], scope).leftOut).toEqual([
    leftOut(agency, 'out-of-scope', rules, '「商标代理违法案件」不在统计表的收集范围'),
    leftOut(trademark, 'out-of-scope', rules, '本次只统计专利侵权裁决、假冒专利，不收「商标侵权」'),
  ])
})

test('what was never a case is left out as such, unless it has a number or was decided', () => {
  const text = { ...blank, outcome: '不予立案' }
  const refused = caseOf({ outcome: { state: 'no-case' }, filed: null, text })
  const numbered = caseOf({ outcome: { state: 'no-case' }, caseNumber: '朝凌市监处罚〔2024〕9号', line: 3 })
  const decided = caseOf({ outcome: { state: 'no-case' }, decided: day('2024-04-18'), line: 4 })
  expect(sift([refused, numbered, decided], [], all)).toEqual({
    kept: [numbered, decided],
    leftOut: [
      leftOut(refused, 'not-a-case', ['not-a-case'], '结案方式「不予立案」说明没有立案，不能作为案件统计'),
    ],
  })
})

test.each<readonly [fact: string, parts: Partial<Case>, rule: string]>([
  ['type is missing', { type: null }, 'type-missing'],
  ['type cannot be read', { type: undefined, text: { ...blank, type: '商标' } }, 'type-unknown'],
  ['立案时间 cannot be read', { filed: undefined }, 'date-invalid'],
  ['结案时间 cannot be read', { closed: undefined }, 'date-invalid'],
])('a case whose %s is left out, also where nobody says so', (_, parts, rule) => {
  const c = caseOf(parts)
  expect(sift([c], [], all).leftOut).toEqual([leftOut(c, 'rule', [rule])])
  const column =
    rule === 'date-invalid' ? (parts.closed === undefined && 'closed' in parts ? 'closed' : 'filed') : 'type'
  const lowered = finding({ line: 2, rule: 'cell-damaged', severity: 'note', column, message: '坏了' })
  expect(sift([c], [lowered], all).leftOut).toEqual([leftOut(c, 'rule', ['cell-damaged'], '坏了')])
})

test('a case outside the period is left out without a rule', () => {
  const old = caseOf({ filed: day('2023-01-05'), closed: day('2023-02-01'), ...closedWith('行政处罚') })
  const scope = { ...all, period: periodOf({ name: 'year-to-date' }, asOf) }
  expect(sift([old], [], scope).leftOut).toEqual([leftOut(old, 'period')])
})

test('a log is not whole that could not be read, holds rows that could not, or says so itself', () => {
  const log = (path: string, cases?: number | null) => ({
    path,
    leftOut: cases === undefined ? [] : [{ type: null, cases }],
  })
  const whole = { logs: [log('a.csv'), log('b.csv', 3)], findings: [], failures: [] }
  expect(logsNotWhole(whole)).toBe(0)
  expect(
    logsNotWhole({
      logs: [...whole.logs, log('c.csv', null)],
      findings: [
        { rule: 'quote-unclosed', path: 'a.csv' },
        { rule: 'undecodable-text', path: 'a.csv' },
        { rule: 'date-invalid', path: 'b.csv' },
      ],
      failures: [{ path: 'd.doc' }],
    }),
  ).toBe(3)
})

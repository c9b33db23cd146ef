import { expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { day } from '../../src/model/date.ts'
import { periodOf } from '../../src/table/period.ts'
import { type TableHead, tabulate } from '../../src/table/tabulate.ts'
import { totalsOf } from '../../src/table/totals.ts'
import { caseOf, closedWith } from './build.ts'

const asOf = day('2024-06-07')
const head: TableHead = {
  form: { label: '附件', title: '知识产权行政案件统计表', note: '注：' },
  types: ['专利侵权裁决', '商标侵权', '假冒专利'],
  unit: '凌源市市场监督管理局',
  date: asOf,
  period: periodOf({ name: 'all' }, asOf),
  sort: 'input',
  leftOut: [],
}

function rowsOf(cases: readonly Case[], changes: Partial<TableHead> = {}) {
  return tabulate(cases, { ...head, ...changes }).sections.flatMap(({ rows }) => rows)
}

test('every type of the programme has its section, numbered from 1, in the order of the inputs', () => {
  const cases = [
    caseOf({ type: '假冒专利', line: 2 }),
    caseOf({ type: '专利侵权裁决', line: 3 }),
    caseOf({ type: '假冒专利', line: 4 }),
  ]
  const { sections } = tabulate(cases, head)
  expect(
    sections.map(({ type, rows }) => [type, rows.map(({ serial, source }) => [serial, source.line])]),
  ).toEqual([
    ['专利侵权裁决', [[1, 3]]],
    ['商标侵权', []],
    [
      '假冒专利',
      [
        [1, 2],
        [2, 4],
      ],
    ],
  ])
})

test('sorted by filing, equal days keep their order and blank days come last', () => {
  const cases = [
    caseOf({ filed: null, line: 2 }),
    caseOf({ filed: day('2024-03-05'), line: 3 }),
    caseOf({ filed: day('2024-01-08'), line: 4 }),
    caseOf({ filed: day('2024-03-05'), line: 5 }),
  ]
  expect(rowsOf(cases, { sort: 'filed' }).map(({ source }) => source.line)).toEqual([4, 3, 5, 2])
  expect(rowsOf(cases).map(({ source }) => source.line)).toEqual([2, 3, 4, 5])
})

test('a row says what the case says, not yet published being no', () => {
  const { text } = caseOf()
  const c = caseOf({
    text: { ...text, outcome: '罚款并没收' },
    caseNumber: '朝凌市监处罚〔2024〕8号',
    closed: day('2024-05-06'),
    outcome: { state: 'closed', canonical: '行政处罚' },
    published: '尚未',
    url: { links: ['https://a.example/1'], words: ['公示系统'], unsafe: ['ftp://a.example'] },
    remark: '已移交',
  })
  expect(rowsOf([c])).toEqual([
    {
      serial: 1,
      type: '商标侵权',
      caseNumber: '朝凌市监处罚〔2024〕8号',
      filed: '2024-03-05',
      closed: '2024-05-06',
      outcome: '罚款并没收',
      published: '否',
      links: ['https://a.example/1'],
      linkWords: ['公示系统', 'ftp://a.example'],
      remark: '已移交',
      open: false,
      source: { path: 'cases.csv', line: 2 },
    },
  ])
})

test('a cell that cannot be read keeps the words of the clerk, a day that is none stays blank', () => {
  const { text } = caseOf()
  const c = caseOf({
    text: { ...text, caseNumber: '1.23E+11', filed: '2024-02-30', url: '####', remark: '#REF!' },
    caseNumber: undefined,
    filed: undefined,
    url: undefined,
    remark: undefined,
  })
  const [row] = rowsOf([c])
  expect([row?.caseNumber, row?.filed, row?.linkWords, row?.remark]).toEqual([
    '1.23E+11',
    null,
    ['####'],
    '#REF!',
  ])
})

test('a case closed after the period is printed as the open one it was', () => {
  const later = { closed: day('2024-06-08'), ...closedWith('行政处罚'), published: '是' as const }
  const [row, other] = rowsOf([caseOf(later), caseOf({ ...later, closed: asOf })])
  expect([row?.closed, row?.outcome, row?.published, row?.open]).toEqual([null, null, null, true])
  expect([other?.closed, other?.open]).toEqual(['2024-06-07', false])
})

test('a return without cases is nil, unless faulty ones were left out', () => {
  expect(tabulate([], head).nil).toBe(true)
  expect(tabulate([], { ...head, leftOut: [{ reason: 'period' }, { reason: 'out-of-scope' }] }).nil).toBe(
    true,
  )
  expect(tabulate([], { ...head, leftOut: [{ reason: 'rule' }] }).nil).toBe(false)
  expect(tabulate([caseOf()], head).nil).toBe(false)
})

test('totals count rows, closings, open cases and publications per type and in all', () => {
  const closed = { closed: day('2024-05-06'), ...closedWith('行政处罚') }
  const cases = [
    caseOf({ ...closed, published: '是' }),
    caseOf({ ...closed, published: '否' }),
    caseOf({ ...closed, outcome: { state: 'open' } }),
    caseOf({ type: '假冒专利' }),
  ]
  expect(totalsOf(tabulate(cases, head))).toEqual({
    byType: [
      { type: '专利侵权裁决', filed: 0, closed: 0, open: 0, published: 0 },
      { type: '商标侵权', filed: 3, closed: 2, open: 1, published: 1 },
      { type: '假冒专利', filed: 1, closed: 0, open: 1, published: 0 },
    ],
    all: { filed: 4, closed: 2, open: 2, published: 1 },
  })
})

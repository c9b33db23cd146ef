import { expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { day } from '../../src/model/date.ts'
import { periodOf } from '../../src/table/period.ts'
import { type Missing, type TableHead, tabulate } from '../../src/table/tabulate.ts'
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
      carried: false,
      result: '行政处罚',
      confirmed: false,
      invalidated: false,
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

const rule = { reason: 'rule', type: '商标侵权' } as const

test.each<readonly [fact: string, missing: Partial<Missing>, nil: boolean]>([
  ['nothing is missing', {}, true],
  ['what is missing belongs elsewhere', { leftOut: [{ ...rule, reason: 'period' }] }, true],
  ['what is missing is no case', { leftOut: [{ ...rule, reason: 'not-a-case' }] }, true],
  ['a faulty case is missing', { leftOut: [rule] }, false],
  ['a log was not read', { unread: 1 }, false],
  ['a log says that cases are missing from it', { said: [{ type: '假冒专利', cases: 2 }] }, false],
])('a table without a row where %s: nil is %s', (_, missing, nil) => {
  expect(tabulate([], { ...head, missing: { ...nothingMissing, ...missing } }).nil).toBe(nil)
})

test('a table with a row is not nil', () => {
  expect(tabulate([caseOf()], head).nil).toBe(false)
})

test('what errors left out is counted by type, with what the logs say to be missing from them', () => {
  const missing: Missing = {
    leftOut: [
      rule,
      { ...rule, reason: 'period' },
      { ...rule, type: '商标' },
      { ...rule, type: null },
      { ...rule, type: '著作权' },
    ],
    said: [
      { type: '商标侵权', cases: 2 },
      { type: null, cases: 3 },
      { type: null, cases: null },
    ],
    unread: 1,
  }
  const { sections, untyped, unread } = tabulate([], { ...head, missing })
  expect(sections.map(({ leftOut }) => leftOut)).toEqual([0, 3, 0])
  expect([untyped, unread]).toEqual([5, 1])
})

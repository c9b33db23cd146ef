import { expect, test } from 'vitest'
import type { ExampleRow } from '../../src/check/rule.ts'
import { previousCaseOf } from '../../src/model/previous-case.ts'
import { findingsAfter, findingsIn, readCases } from '../findings-in.ts'

const open = { closed: '', outcome: '在办', published: '', url: '' }
const number = (count: number) => ({ caseNumber: `凌市监处罚〔2024〕${count}号` })

async function said(previous: readonly ExampleRow[], ...logs: readonly (string | readonly ExampleRow[])[]) {
  const findings = await findingsAfter(previous)(logs)
  return findings.map(({ rule, path, line, column }) => [rule, path, line, column].filter(Boolean).join(' '))
}

test('a case gone is said of the return, with its number', async () => {
  const previous = [{ ...number(1), ...open, filed: '2024-04-05' }]
  const findings = await findingsAfter(previous)([[number(2)], [number(3)]])
  expect(findings).toEqual([
    {
      rule: 'case-vanished',
      severity: 'error',
      path: '2.csv',
      value: '凌市监处罚〔2024〕1号',
      type: '商标侵权',
      caseNumber: '凌市监处罚〔2024〕1号',
      filed: '2024-04-05',
      message: '上次报送的「凌市监处罚〔2024〕1号」商标侵权案件（2024-04-05 立案，当时在办）这次没有了',
      remedy: '在台账里补上这件案件：仍在办的照旧列出，已经办结、撤销或移送的写明结案时间和结案方式。',
    },
  ])
})

test('a case gone that had no number is told by type and day', async () => {
  const findings = await findingsAfter([{ ...open, caseNumber: '', type: '专利纠纷调解' }])([[]])
  expect(findings.map(({ message, value }) => [message, value])).toEqual([
    ['上次报送的没有编号的专利纠纷调解案件（2024-03-05 立案，当时在办）这次没有了', undefined],
  ])
})

test('a case that has moved to another log of the return is not gone', async () => {
  expect(await said([{ ...number(1), ...open }], [number(2)], [number(1)])).toEqual([])
})

test('a renumbered case is said of its new row, not as gone', async () => {
  const previous = [{ caseNumber: '凌市监立〔2024〕9号', filed: '2024-05-06', ...open }]
  const now = [number(1), { ...number(2), filed: '2024-05-06', closed: '2024-06-03' }]
  expect(await said(previous, now)).toEqual(['case-renumbered 1.csv 3 caseNumber'])
})

test('a case that gets its first number or its first 结案时间 is no change', async () => {
  const previous = [{ ...open, caseNumber: '' }]
  expect(await said(previous, [number(1)])).toEqual([])
})

test('every change of one case is said in its own cell', async () => {
  const previous = [{ ...number(1), type: '假冒专利', filed: '2024-03-01', closed: '2024-04-01' }]
  expect(await said(previous, [number(1)])).toEqual([
    'filed-changed 1.csv 2 filed',
    'type-changed 1.csv 2 type',
    'closed-changed 1.csv 2 closed',
  ])
})

test('a case that was suspended on a day and is closed on another has its first 结案时间', async () => {
  const suspended = { ...number(1), outcome: '中止', closed: '2024-04-01' }
  expect(await said([suspended], [number(1)])).toEqual([])
})

test('a cell that has a finding is not also a change', async () => {
  expect(await said([number(1)], [{ ...number(1), filed: '2025-03-05' }])).toEqual([
    'filed-in-future 1.csv 2 filed',
  ])
  expect(await said([number(1)], [{ ...number(1), closed: '' }])).toEqual(['closed-missing 1.csv 2 closed'])
  const underOtherType = { ...number(1), type: '假冒专利', filed: '2025-03-05' }
  expect(await said([number(1)], [underOtherType])).toEqual([
    'filed-in-future 1.csv 2 filed',
    'type-changed 1.csv 2 type',
  ])
})

test('a case out of scope now is not gone', async () => {
  expect(await said([{ ...number(1), ...open }], [{ ...number(1), type: '商标代理' }])).toEqual([
    'type-out-of-scope 1.csv 2 type',
  ])
})

test('what becomes of a kind of case that is not collected is not said', async () => {
  const agency = { ...number(1), ...open, type: '商标代理' }
  expect(await said([agency], [])).toEqual([])
  expect(await said([agency], [{ ...agency, filed: '2024-03-06' }])).toEqual([
    'type-out-of-scope 1.csv 2 type',
  ])
})

test('a programme of patents does not miss trademark cases', async () => {
  const previous = (await readCases([{ ...number(1), ...open }])).map(previousCaseOf)
  expect(await findingsIn([[]], { previous, types: ['专利侵权裁决', '假冒专利'] })).toEqual([])
})

test('where rows could not be read nobody is said to be gone', async () => {
  expect(await said([{ ...number(1), ...open }], '单位,说明\n凌源,见附件\n')).toEqual([
    'heading-row-not-found 1.csv',
  ])
})

test('a return beside itself is silent, faults and all', async () => {
  const rows = [number(1), { ...number(2), filed: '3月5日' }, { ...open, caseNumber: '' }, { type: '商标' }]
  const alone = await findingsIn([rows])
  expect(await findingsAfter(rows)([rows])).toEqual(alone)
})

const gone = (count: number, closed: string) => ({ ...number(count), filed: `2024-01-0${count}`, closed })

test('a case closed this year and gone is a warning, one of last year is not missed', async () => {
  const findings = await findingsAfter([gone(1, '2024-02-01'), gone(2, '2023-12-31')])([[number(9)]])
  expect(findings.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
    [
      'case-vanished',
      'warning',
      '上次报送的「凌市监处罚〔2024〕1号」商标侵权案件（2024-01-01 立案，当时已结案，结案时间 2024-02-01）这次没有了',
    ],
  ])
})

test.each([
  [3, ['上次报送的', '上次报送的', '上次报送的']],
  [4, ['以往报送的']],
])('%d closed cases gone are said in %j', async (count, starts) => {
  const previous = Array.from({ length: count }, (_, at) => gone(at + 1, '2024-02-01'))
  const findings = await findingsAfter(previous)([[number(9)]])
  expect(findings.map(({ message }) => message.slice(0, 5))).toEqual(starts)
  for (const { caseNumber } of previous)
    expect(findings.map(({ message }) => message).join()).toContain(caseNumber)
})

test('a table of a period may leave out what is closed, never what was open', async () => {
  const previous = (
    await readCases([gone(1, '2024-02-01'), { ...number(2), ...open, filed: '2024-03-01' }])
  ).map(previousCaseOf)
  const findings = await findingsIn([[number(9)]], { previous, showsAll: false })
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['case-vanished', 'error']])
})

test('the level a user sets for a rule holds for its lesser cases too', async () => {
  const previous = (await readCases([gone(1, '2024-02-01')])).map(previousCaseOf)
  const findings = await findingsIn([[number(9)]], { previous }, { 'case-vanished': 'error' })
  expect(findings.map(({ severity }) => severity)).toEqual(['error'])
})

test('the round is named where the last return shows the case no more', async () => {
  const [shown] = (await readCases([number(1)])).map(previousCaseOf)
  const previous =
    shown === undefined ? [] : [{ ...shown, closed: null, open: true, round: '2024-03' }, shown]
  const findings = await findingsIn([[{ ...number(9), filed: '2024-02-02' }]], {
    previous: previous.slice(0, 1),
  })
  expect(findings.map(({ message }) => message)).toEqual([
    '2024-03 期报送的「凌市监处罚〔2024〕1号」商标侵权案件（2024-03-05 立案，当时在办）这次没有了',
  ])
})

test('where and how it was closed, and that it was published, does not change', async () => {
  const previous = [{ ...number(1), outcome: '罚款' }, { ...number(2), outcome: '结案' }, number(3)]
  const secret = { published: '否', url: '', remark: '涉及商业秘密，不予公开' }
  const now = [
    { ...number(1), outcome: '不予行政处罚' },
    { ...number(2), outcome: '不予行政处罚' },
    { ...number(3), ...secret },
  ]
  expect(await said(previous, now)).toEqual([
    'outcome-changed 1.csv 2 outcome',
    'published-changed 1.csv 4 published',
  ])
  expect(await said([{ ...number(3), ...secret }], [number(3)])).toEqual([])
})

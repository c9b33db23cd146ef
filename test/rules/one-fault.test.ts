import { expect, test } from 'vitest'
import type { ExampleRow } from '../../src/check/rule.ts'
import { findingsIn, rulesSpeakingOf } from '../findings-in.ts'

const open = { closed: '', outcome: '', published: '', url: '' }
const unpublished = { published: '否', url: '' }

const rows: readonly (readonly [string, ExampleRow, readonly string[]])[] = [
  ['a damaged type is not also unknown', { type: '#REF!' }, ['cell-damaged']],
  ['a damaged date is not also invalid', { filed: '####' }, ['cell-damaged']],
  ['a damaged number is not also missing', { caseNumber: '1.2E+11' }, ['cell-damaged']],
  ['a damaged outcome is not also missing', { outcome: '#VALUE!' }, ['cell-damaged']],
  ['a damaged yes or no is not also invalid', { published: '#N/A', url: '' }, ['cell-damaged']],
  ['a damaged serial is not also wrong', { serial: '####' }, ['cell-damaged']],
  [
    'damage in one date leaves the other to be judged',
    { filed: '####', closed: '4月' },
    ['cell-damaged', 'date-invalid'],
  ],
  ['an invalid filing is not compared with the closing', { filed: '3月5日' }, ['date-invalid']],
  ['both dates are judged', { filed: '3月5日', closed: '4月18日' }, ['date-invalid', 'date-invalid']],
  ['a filing in the future is not also after the closing', { filed: '2025-03-05' }, ['filed-in-future']],
  [
    'both dates in the future',
    { filed: '2025-03-05', closed: '2025-04-18' },
    ['filed-in-future', 'closed-in-future'],
  ],
  [
    'nothing more is said of a case out of scope',
    { type: '著作权', filed: '', outcome: '', remark: '=1' },
    ['type-out-of-scope'],
  ],
  [
    'nothing more is said of what is no case',
    { outcome: '不予立案', closed: '', caseNumber: '' },
    ['not-a-case'],
  ],
  [
    'an unknown type leaves open what depends on it',
    { type: '商标', caseNumber: '', outcome: '协商', serial: '7' },
    ['type-unknown'],
  ],
  ['a closing without its day is not also too early to publish', { closed: '' }, ['closed-missing']],
  ['an open word beside a day is not also too early to publish', { outcome: '中止' }, ['outcome-still-open']],
  [
    'an unknown outcome hides no error',
    { outcome: '协商解决', caseNumber: '', url: '' },
    ['outcome-unknown', 'mediation-number-missing', 'url-missing'],
  ],
  ['an open case said to be public without a link', { closed: '', outcome: '', url: '' }, ['url-missing']],
  ['an unreadable answer is not also a missing link', { published: '部分', url: '' }, ['published-invalid']],
  ['a link beside 否 is not also a missing reason', { published: '否' }, ['url-unexpected']],
  ['words where a link belongs are not a missing link', { url: '政府网站' }, ['url-not-a-link']],
  [
    'a decision late and not public',
    { filed: '2023-01-05', closed: '2024-04-18', published: '拟公开', url: '' },
    ['publication-late', 'time-limit-passed'],
  ],
  [
    'half the words of a duty are proposed, not missed',
    { type: '专利纠纷调解', outcome: '司法确认', remark: '法院已确认' },
    ['remark-wording'],
  ],
  ['an open case owes no remark', { ...open, type: '专利纠纷调解', outcome: '待司法确认' }, []],
  [
    'a phone number is no reason, and is said besides',
    { remark: '电话 13900000000', ...unpublished },
    ['unpublished-without-reason', 'personal-data'],
  ],
  [
    'an open case is judged by the day of checking',
    { ...open, filed: '2023-03-05', outcome: '在办' },
    ['time-limit-passed'],
  ],
  [
    'of the time limit of a case that was suspended nothing is said',
    { ...open, filed: '2023-03-05', outcome: '中止' },
    [],
  ],
]

test.each(rows)('%s', async (_, row, expected) => {
  expect(await rulesSpeakingOf(row)).toEqual(expected)
})

test('a column that is absent is said once, not in every row', async () => {
  const log =
    '案件类型,案件编号,立案时间\n商标侵权,朝双市监处罚〔2024〕1号,2024-03-05\n假冒专利,朝双市监处罚〔2024〕2号,2024-03-05\n'
  const said = (await findingsIn([log])).map(({ rule, column }) => `${rule} ${column}`)
  expect(said).toEqual([
    'optional-heading-missing closed',
    'optional-heading-missing outcome',
    'optional-heading-missing published',
    'optional-heading-missing url',
    'optional-heading-missing remark',
  ])
})

test('serials behind a broken row are not judged', async () => {
  const good = '商标侵权,朝双市监处罚〔2024〕'
  const rest = '2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/'
  const log = `序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n1,${good}1号,${rest}1,a,b\n2,${good}2号,${rest}2,\n`
  expect((await findingsIn([log])).map(({ rule }) => rule)).toEqual(['row-too-long'])
})

test('a programme of patents leaves trademarks out', async () => {
  const findings = await findingsIn([[{}, { type: '假冒专利' }]], { types: ['专利侵权裁决', '假冒专利'] })
  expect(findings.map(({ rule, line, message }) => [rule, line, message])).toEqual([
    ['type-out-of-scope', 2, '本次只统计专利侵权裁决、假冒专利，不收「商标侵权」'],
  ])
})

test('a finding about a personal number does not repeat it', async () => {
  const [finding] = await findingsIn([[{ remark: '电话13900000000，身份证11010119000307007X' }]])
  expect([finding?.value, finding?.message]).toEqual([
    '电话139******00，身份证110*************7X',
    '备注里有手机号码 139******00、身份证号码 110*************7X',
  ])
})

const number = (count: number) => ({ caseNumber: `凌市监处罚〔2024〕${count}号` })
const refused = { serial: '', caseNumber: '', outcome: '不予立案', closed: '' }

test('kinds of case that are not collected are one note a log, with the rows of each', async () => {
  const log = [{ type: '商标代理' }, number(1), { type: '著作权' }, { type: '商标代理' }]
  const findings = await findingsIn([log, [number(2), { type: '商标代理' }]])
  expect(
    findings.map(({ path, line, column, value, message }) => [path, line, column, value, message]),
  ).toEqual([
    [
      '1.csv',
      2,
      'type',
      undefined,
      '有 3 件不在收集范围，不列入统计表：第 2、5 行「商标代理」，第 4 行「著作权」',
    ],
    ['2.csv', 3, 'type', '商标代理', '「商标代理」不在统计表的收集范围'],
  ])
})

test('rows that were never cases are one note a log', async () => {
  const findings = await findingsIn([
    [refused, { ...number(1), serial: '1' }, { ...refused, outcome: '不予受理' }],
  ])
  expect(findings.map(({ rule, line, message }) => [rule, line, message])).toEqual([
    ['not-a-case', 2, '有 2 行没有立案，不列入统计表：第 2 行「不予立案」，第 4 行「不予受理」'],
  ])
})

test('after fifty rows the rest is counted', async () => {
  const log = Array.from({ length: 60 }, () => ({ type: '著作权' }))
  const [{ message } = { message: '' }] = await findingsIn([log])
  expect(message.startsWith('有 60 件不在收集范围，不列入统计表：第 2、3、4、')).toBe(true)
  expect(message.endsWith('、51 行「著作权」 等')).toBe(true)
})

test('where the note is switched off nothing else is said of such rows either', async () => {
  const broken = { type: '著作权', filed: '2024-02-30', outcome: '', remark: '=1' }
  expect(
    await findingsIn([[broken, refused]], {}, { 'type-out-of-scope': 'off', 'not-a-case': 'off' }),
  ).toEqual([])
})

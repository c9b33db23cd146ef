import { expect, test } from 'vitest'
import type { ExampleRow } from '../../src/check/rule.ts'
import { stateCouncilCalendar } from '../../src/law/state-council-calendar.ts'
import { day } from '../../src/model/date.ts'
import { findingsIn } from '../findings-in.ts'

const usual = '写全年月日，例如 2024-03-05 或 2024年3月5日。'

test.each([
  ['2024年9月31日', '9 月只有 30 天：请对照原件改成真正的日子，写全年月日。'],
  ['9月31日', '9 月只有 30 天：请对照原件改成真正的日子，写全年月日。'],
  ['2024.2.30', '2024 年 2 月只有 29 天：请对照原件改成真正的日子，写全年月日。'],
  ['2023-02-29', '2023 年 2 月只有 28 天：请对照原件改成真正的日子，写全年月日。'],
  ['２０２３年２月２９日', '2023 年 2 月只有 28 天：请对照原件改成真正的日子，写全年月日。'],
  ['20240431', '4 月只有 30 天：请对照原件改成真正的日子，写全年月日。'],
  ['2024-13-01', '一年里没有 13 月：请对照原件改成真正的日子，写全年月日。'],
  ['2024-03-00', '3 月没有 0 日：请对照原件改成真正的日子，写全年月日。'],
  ['2月29日', usual],
  ['202403', usual],
  ['2024', usual],
  ['24.2.30', usual],
])('who wrote %s is told what the calendar has, not how days are written', async (filed, remedy) => {
  const findings = await findingsIn([[{ filed }]])
  expect(findings.map((finding) => finding.remedy)).toEqual([remedy])
})

test.each([
  ['3月5日', '没有写年份'],
  ['24.3.5', '年份没有写全四位'],
  ['2024年3月', '没有写到日'],
  ['2024', '只写了年份'],
  ['202403', '没有写全年月日'],
  ['2024-02-30', '不是日历上有的日子'],
  ['２０２４年２月３０日', '不是日历上有的日子'],
  ['2024/3-5', '写法不规范'],
  ['同上', '没有写出日期'],
  ['三月初', '不是日期'],
])('of %s it is said that it is %s', async (filed, problem) => {
  const findings = await findingsIn([[{ filed }]])
  expect(findings.map(({ message }) => message)).toEqual([`立案时间「${filed}」${problem}`])
})

const head = '案件类型,案件编号,立案时间,决定日期,结案时间,结案方式,是否公开,公开网址,备注,序号'

/** A ledger with a 决定日期: number, filed, decided, closed, outcome, published, url. */
async function saidOf(cells: readonly string[], asOf = '2024-06-07') {
  const [number = '', filed = '', decided = '', closed = '', outcome = '', published = '', url = ''] = cells
  const row = ['商标侵权', `凌市监处罚${number}`, filed, decided, closed, outcome, published, url, '', '1']
  const findings = await findingsIn([`${head}\n${row.join(',')}\n`], { asOf: day(asOf) })
  return findings.map(({ rule, severity, cell, message }) => [rule, severity, cell, message])
}

const url = 'https://www.gsxt.gov.cn/1'

test('a penalty decided and public, not yet paid, is in order', async () => {
  expect(await saidOf(['〔2024〕1号', '2024-03-05', '2024-04-01', '', '行政处罚', '是', url])).toEqual([])
})

test('publication runs from the decision, not from the closing', async () => {
  const row = ['〔2024〕1号', '2024-03-05', '2024-04-01', '2024-05-30', '行政处罚', '拟公开']
  expect(await saidOf(row)).toEqual([
    [
      'publication-late',
      'note',
      'G2',
      '疑似逾期公开，待核实：2024-04-01 作出决定，《市场监督管理行政处罚信息公示规定》第九条规定 20 个工作日内公开，推算到 2024-04-29 为止，表中仍填「拟公开」',
    ],
  ])
  expect(await saidOf(row, '2024-04-29')).not.toContainEqual(expect.arrayContaining(['publication-late']))
})

test('a penalty that waits for payment is late all the same', async () => {
  const row = ['〔2024〕1号', '2024-03-05', '2024-04-01', '', '行政处罚', '拟公开']
  expect((await saidOf(row)).map(([rule]) => rule)).toEqual(['publication-late'])
})

test('the year in the number of a penalty is the decision’s', async () => {
  const row = ['〔2023〕90号', '2023-11-05', '2024-01-12', '2024-01-20', '行政处罚', '是', url]
  expect(await saidOf(row)).toEqual([
    [
      'case-number-year',
      'note',
      'B2',
      '疑似年份有误，待核实：案件编号「凌市监处罚〔2023〕90号」的年份与决定日期 2024-01-12 不是同一年',
    ],
  ])
  expect(await saidOf(['〔2024〕3号', ...row.slice(1)])).toEqual([])
})

test.each([
  ['4月', '决定日期「4月」不是日期'],
  ['2024-02-30', '决定日期「2024-02-30」不是日历上有的日子'],
])('a 决定日期 %s that is no day leaves the case in the table', async (decided, message) => {
  const row = ['〔2024〕1号', '2024-03-05', decided, '2024-04-18', '行政处罚', '是', url]
  expect(await saidOf(row)).toEqual([['date-invalid', 'warning', 'D2', message]])
})

test.each([
  ['2024-03-01', '决定日期 2024-03-01 早于立案时间 2024-03-05'],
  ['2024-06-08', '决定日期 2024-06-08 晚于核对日 2024-06-07'],
])('a 决定日期 %s is not plausible', async (decided, message) => {
  const row = ['〔2024〕1号', '2024-03-05', decided, '2024-06-06', '行政处罚', '是', url]
  expect(await saidOf(row)).toEqual([['date-implausible', 'warning', 'D2', message]])
})

test('a ledger without decisions beside the dates says nothing of them', async () => {
  expect(await saidOf(['〔2024〕1号', '2024-03-05', '/', '2024-04-18', '行政处罚', '是', url])).toEqual([])
})

const open = { closed: '', outcome: '在办', published: '', url: '' }
const pending = { published: '拟公开', url: '', remark: '拟公开' }

async function notesOn(asOf: string, row: ExampleRow, calendar = stateCouncilCalendar) {
  const findings = await findingsIn([[row]], { asOf: day(asOf), calendar })
  const ofLaw = findings.filter(({ rule }) => rule === 'time-limit-passed' || rule === 'publication-late')
  return ofLaw.map(({ rule, column }) => `${rule} ${column}`)
}

test.each([
  ['商标侵权', '2019-03-31', '2026-06-07', undefined],
  ['商标侵权', '2019-04-01', '2019-07-30', '2019-07-31'],
  ['假冒专利', '2024-01-05', '2024-05-06', '2024-05-07'],
  ['地理标志和官方标志', '2024-01-05', '2024-05-06', '2024-05-07'],
  ['专利侵权裁决', '2015-06-30', '2026-06-07', undefined],
  ['专利侵权裁决', '2015-07-01', '2015-11-02', '2015-11-03'],
  ['专利侵权裁决', '2025-01-31', '2025-07-31', '2025-08-01'],
  ['专利侵权裁决', '2025-02-01', '2025-08-01', '2025-08-02'],
  ['专利纠纷调解', '2015-07-01', '2026-06-07', undefined],
])('an open case of %s filed on %s is in time on %s, late on %s', async (type, filed, inTime, late) => {
  expect(await notesOn(inTime, { ...open, type, filed })).toEqual([])
  if (late) expect(await notesOn(late, { ...open, type, filed })).toEqual(['time-limit-passed filed'])
})

test('of a closed case the closing counts, not the day of checking', async () => {
  const filed = '2024-01-05'
  expect(await notesOn('2026-06-07', { filed, closed: '2024-05-06' })).toEqual([])
  expect(await notesOn('2026-06-07', { filed, closed: '2024-05-07' })).toEqual(['time-limit-passed closed'])
})

test.each([
  [{ filed: '2024-07-01', closed: '2024-09-20' }, '2024-10-23', '2024-10-24'],
  [
    { type: '专利侵权裁决', filed: '2025-01-02', closed: '2025-01-27', outcome: '侵权成立' },
    '2025-03-03',
    '2025-03-04',
  ],
  [
    { type: '专利侵权裁决', filed: '2025-01-02', closed: '2025-01-27', outcome: '驳回请求' },
    '2026-06-07',
    undefined,
  ],
  [
    { type: '专利侵权裁决', filed: '2025-01-02', closed: '2025-02-06', outcome: '驳回请求' },
    '2025-03-05',
    '2025-03-06',
  ],
])('%o is to be published by %s, late on %s', async (row, inTime, late) => {
  expect(await notesOn(inTime, { ...row, ...pending })).toEqual([])
  if (late) expect(await notesOn(late, { ...row, ...pending })).toEqual(['publication-late published'])
})

test('no day is judged by a calendar that is not published, until it is given', async () => {
  const row = { filed: '2026-11-02', closed: '2026-12-25', ...pending }
  expect(await notesOn('2027-03-01', row)).toEqual([])
  const given = { ...stateCouncilCalendar, years: new Set([...stateCouncilCalendar.years, 2027]) }
  expect(await notesOn('2027-03-01', row, given)).toEqual(['publication-late published'])
})

test('every note about limits and publication says that it is only suspected', async () => {
  const rows = [
    { ...open, filed: '2023-03-05' },
    pending,
    { published: '否', url: '' },
    { type: '假冒专利', filed: '2023-03-05' },
  ]
  const findings = await findingsIn([rows], { asOf: day('2026-06-07') })
  expect(findings.map(({ severity }) => severity)).toEqual(['note', 'note', 'note', 'note'])
  expect(findings.filter(({ message }) => !/^疑似.*待核实/.test(message))).toEqual([])
})

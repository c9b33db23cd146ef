import { expect, test } from 'vitest'
import { day } from '../../src/model/date.ts'
import { findingsIn } from '../findings-in.ts'

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

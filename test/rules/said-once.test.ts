import { expect, test } from 'vitest'
import { findingsIn } from '../findings-in.ts'

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

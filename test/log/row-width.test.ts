import { expect, test } from 'vitest'
import { findingsIn } from '../findings-in.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'
const url = 'https://www.gsxt.example.gov.cn/1'

async function saidOf(...lines: readonly string[]) {
  const findings = await findingsIn([`${heading}${lines.join('\n')}\n`])
  return findings.map(({ rule, cell, line }) => [rule, cell ?? line])
}

test.each([
  [
    'a comma in 备注',
    `1,商标侵权,凌市监处罚〔2024〕1号,2024-13-05,2024-04-18,行政处罚,是,,已复查,无异常`,
    [
      ['row-too-long', 'J2'],
      ['date-invalid', 'D2'],
      ['url-missing', 'H2'],
    ],
  ],
  [
    'a comma in 结案方式, told at the cells behind it as they stand',
    `1,商标侵权,凌市监处罚〔2024〕1号,2024-03-05,2024-02-18,罚款5000元,没收商品,是,,当事人履行`,
    [
      ['row-too-long', 'J2'],
      ['closed-before-filed', 'E2'],
      ['url-missing', 'I2'],
    ],
  ],
  [
    'two commas in 案件编号, of which nothing is said',
    `1,商标侵全,凌市监处罚〔2024〕1号,2号,3号,2024-03-05,2024-04-18,行政处罚,是,${url},`,
    [
      ['row-too-long', 'J2'],
      ['type-unknown', 'B2'],
    ],
  ],
  ['more than a cell could hold', `1,商标侵全,${'甲,'.repeat(20)}`, [['row-too-long', 'J2']]],
])('a row with %s is checked in its other cells', async (_, row, said) => {
  expect(await saidOf(row)).toEqual(said)
})

test.each([
  [
    'in 备注',
    [`1,假冒专例,凌市监处罚〔2024〕1号,2024-03-05,2024-02-18,行政处罚,是,,"未关`],
    [
      ['quote-unclosed', 2],
      ['type-unknown', 'B2'],
      ['closed-before-filed', 'E2'],
      ['url-missing', 'H2'],
    ],
  ],
  [
    'in 案件编号, that takes in the rows below',
    [
      `1,商标侵权,"凌市监处罚〔2024〕1号,2024-03-05,2024-02-18,行政处罚,是,${url},`,
      `2,商标侵权,凌市监处罚〔2024〕2号,2024-03-05,2024-04-18,行政处罚,是,${url}2,"无"`,
    ],
    [
      ['quote-swallows-rows', 2],
      ['closed-before-filed', 'E2'],
    ],
  ],
  [
    'behind which columns are missing, of which nothing is said',
    [`1,商标侵全,"凌市监处罚〔2024〕1号`],
    [
      ['quote-unclosed', 2],
      ['type-unknown', 'B2'],
    ],
  ],
])('a row with an open quote %s is checked in its other cells', async (_, rows, said) => {
  expect(await saidOf(...rows)).toEqual(said)
})

test('a number in such a row is known when it stands again', async () => {
  const row = (serial: number, more: string) =>
    `${serial},商标侵权,凌市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,${url}${serial},${more}`
  expect(await saidOf(row(1, '已复查,无异常'), row(2, ''))).toEqual([
    ['row-too-long', 'J2'],
    ['case-number-duplicate', 'C3'],
  ])
})

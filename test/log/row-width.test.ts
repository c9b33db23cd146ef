import { expect, test } from 'vitest'
import { readLinks } from '../../src/log/spell/links.ts'
import { transcript } from '../fake-io.ts'
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

test.each([
  ['https://www.gsxt\n.example.gov.cn/xzcf/1.html', ['https://www.gsxt.example.gov.cn/xzcf/1.html']],
  ['https://www.g\rsxt.example.gov.cn/xzcf/1.html', ['https://www.gsxt.example.gov.cn/xzcf/1.html']],
  ['https://a.gov.cn/xzcf/202\n4/1008.html', ['https://a.gov.cn/xzcf/2024/1008.html']],
  ['https://a.gov.cn/xzcf/1\n001.html', ['https://a.gov.cn/xzcf/1001.html']],
  ['https://\nwww.a.gov.cn/1', ['https://www.a.gov.cn/1']],
  ['https://a.gov.cn/1\nhttps://b.gov.cn/2', ['https://a.gov.cn/1', 'https://b.gov.cn/2']],
  ['https://a.gov.cn/1\nb.gov.cn/2', ['https://a.gov.cn/1', 'http://b.gov.cn/2']],
  ['www.a.gov.cn/1\nwww.b.gov.cn/2', ['http://www.a.gov.cn/1', 'http://www.b.gov.cn/2']],
])('%j holds %j', (text, links) => {
  expect(readLinks(text)).toEqual({ links, words: [], unsafe: [] })
})

test('a day below a link is not the rest of it', () => {
  expect(readLinks('https://a.gov.cn/1\n2024-05-01')).toEqual({
    links: ['https://a.gov.cn/1'],
    words: ['2024-05-01'],
    unsafe: [],
  })
})

const log = (number: string, outcome: string) =>
  `序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n1,商标侵权,"${number}",2024-03-05,2024-04-18,"${outcome}",是,https://www.gsxt.gov.cn/1,\n`

test.each([
  ['朝双市监\n处罚〔2024〕1号', '行政\n处罚', '朝双市监处罚〔2024〕1号', '行政处罚'],
  ['朝双市监处罚〔2024〕1号', '行政处罚\n移送公安', '朝双市监处罚〔2024〕1号', '行政处罚，移送公安'],
])('%j and %j are printed as %s and %s', async (number, outcome, printedNumber, printedOutcome) => {
  const files = { '台账.csv': log(number, outcome) }
  const { out } = await transcript(['report', '台账.csv', '-f', 'json', '--unit', '双塔区'], { files })
  const rows = JSON.parse(out).sections.flatMap(({ rows: own }: { rows: unknown[] }) => own)
  expect(rows).toMatchObject([{ caseNumber: printedNumber, outcome: printedOutcome }])
})

test('lines that were joined are repairs: counted, listed and written by fix', async () => {
  const files = { '台账.csv': log('朝双市监\n处罚〔2024〕1号', '行政处罚\n移送公安') }
  const checked = await transcript(['validate', '台账.csv', '-f', 'json'], { files })
  expect(JSON.parse(checked.out).logs[0].repairs).toBe(2)
  const listed = JSON.parse((await transcript(['fix', '台账.csv', '--dry-run', '-f', 'json'], { files })).out)
  expect(listed.logs[0].made.map(({ from, to }: { from: string; to: string }) => [from, to])).toEqual([
    ['朝双市监\n处罚〔2024〕1号', '朝双市监处罚〔2024〕1号'],
    ['行政处罚\n移送公安', '行政处罚，移送公安'],
  ])
})

test('columns of the unit’s own are one note a log, however many', async () => {
  const own = '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注,当事人,承办人,案值\n'
  const said = (await findingsIn([own])).filter(({ rule }) => rule === 'heading-unknown')
  expect(said.map(({ message }) => message)).toEqual([
    '「当事人、承办人、案值」不是统计表的栏目，不带入统计表',
  ])
})

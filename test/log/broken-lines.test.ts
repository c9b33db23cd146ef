import { expect, test } from 'vitest'
import { readLinks } from '../../src/log/spell/links.ts'
import { transcript } from '../fake-io.ts'
import { findingsIn } from '../findings-in.ts'

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

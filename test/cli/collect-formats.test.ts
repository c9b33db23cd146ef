import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { collectDocument } from '../../src/model/documents/collect.ts'
import { bytesAt, fakeIo, transcript } from '../fake-io.ts'
import { docxDump } from '../tables/docx-dump.ts'
import { readPdf } from '../tables/pdf-files.ts'
import { dumpWorkbook } from '../tables/xlsx-dump.ts'
import { asOf, collected, june, mine, penalty, returnOf, whole } from './city.ts'

const words = ['collect', '报送', '--received', '报送/收文登记.csv', '--allow-errors', ...asOf] as const

async function written(file: string): Promise<Uint8Array> {
  const io = fakeIo(june)
  await run([...words, '-o', file], io)
  return bytesAt(io, file)
}

test.each(['text', 'html', 'md', 'csv', 'json'])('the city’s table as %s', async (format) => {
  const { out } = await transcript([...words, '-f', format], june)
  const steady = out.replace(/"version": "[^"]*"/, '"version": "0.0.0"')
  await expect(steady).toMatchFileSnapshot(`golden/collect.${format}`)
})

test('json is what its schema says', async () => {
  const { out } = await transcript([...words, '-f', 'json'], june)
  expect(collectDocument.safeParse(JSON.parse(out)).error).toBeUndefined()
})

test('the city’s table as xlsx', async () => {
  const dump = (await dumpWorkbook(await written('汇总.xlsx'))).replace(/^SHA-256 .*\n/, '')
  await expect(dump).toMatchFileSnapshot('golden/collect.xlsx.txt')
})

test('the city’s table as docx', async () => {
  await expect(docxDump(await written('汇总.docx'))).toMatchFileSnapshot('golden/collect.docx.txt')
})

test('the city’s table as pdf', async () => {
  const pages = await readPdf(await written('汇总.pdf'))
  const lines = pages.flatMap(({ texts }, at) => [`第 ${at + 1} 页`, ...texts.map(({ text }) => text)])
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('golden/collect.pdf.txt')
})

test.each(['xlsx', 'docx', 'csv', 'html'])('.%s reads back as the same cases, one form', async (kind) => {
  const io = fakeIo({ files: { [`汇总.${kind}`]: await written(`汇总.${kind}`) } })
  await run(['validate', `汇总.${kind}`, '-f', 'json', ...asOf], io)
  const { logs, findings } = JSON.parse(io.printed.out)
  expect(logs.map(({ cases }: { cases: number }) => cases)).toEqual([18])
  const rules = findings.map(({ rule }: { rule: string }) => rule)
  expect(rules.filter((rule: string) => rule !== 'cases-left-out').toSorted()).toEqual([
    'open-case-number-missing',
    'remark-wording',
    // 拟公开 is printed as 否.
    'unpublished-without-reason',
  ])
})

test('the same files make the same bytes', async () => {
  expect(Buffer.compare(await written('汇总.xlsx'), await written('汇总.xlsx'))).toBe(0)
})

const heading = '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'

async function listsOf(...rows: readonly string[]) {
  const files = { [mine('双塔区.csv')]: [heading, ...rows, ''].join('\n') }
  const { document } = await collected(files, '--as-of', '2024-06-13')
  return document.lists
}

test('公示核对 has what is decided, is published as a rule, and is not: the days count to the last of twenty', async () => {
  const { unpublished } = await listsOf(
    '商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-05-17,行政处罚,拟公开,,拟公开',
    '商标侵权,朝双市监处罚〔2024〕2号,2024-03-05,2024-05-10,行政处罚,拟公开,,拟公开',
    '商标侵权,朝双市监处罚〔2024〕3号,2024-03-05,2024-05-17,行政处罚,否,,涉及商业秘密，依法不公开',
    '商标侵权,朝双市监处罚〔2024〕4号,2024-03-05,2024-05-17,撤销案件,否,,',
    '商标侵权,朝双市监处罚〔2024〕5号,2024-03-05,2024-05-17,行政处罚,是,https://www.gsxt.gov.cn/5,',
  )
  expect(unpublished.map(({ caseNumber, lastDay, daysLeft }) => [caseNumber, lastDay, daysLeft])).toEqual([
    ['朝双市监处罚〔2024〕2号', '2024-06-06', -7],
    ['朝双市监处罚〔2024〕1号', '2024-06-17', 4],
  ])
})

test('案卷评查 has what is over or near its limit, suspended, or without a number', async () => {
  const { review } = await listsOf(
    '商标侵权,朝双市监立〔2024〕1号,2024-01-10,,在办,,,',
    '商标侵权,朝双市监立〔2024〕2号,2024-03-25,,在办,,,',
    '商标侵权,朝双市监立〔2024〕3号,2024-05-06,,在办,,,',
    '专利侵权裁决,朝双市监知立〔2024〕4号,2024-05-06,,中止,,,',
    '商标侵权,,2024-05-14,,在办,,,',
    '商标侵权,朝双市监处罚〔2024〕6号,2024-01-10,2024-05-20,行政处罚,是,https://www.gsxt.gov.cn/6,',
  )
  expect(review.map(({ caseNumber, reasons }) => [caseNumber, reasons])).toEqual([
    ['朝双市监立〔2024〕1号', ['over-limit']],
    ['朝双市监处罚〔2024〕6号', ['over-limit']],
    ['朝双市监立〔2024〕2号', ['near-limit']],
    ['朝双市监知立〔2024〕4号', ['suspended']],
    [null, ['unnumbered']],
  ])
})

test('sums are of the columns a ledger has; a unit without them is no 0', async () => {
  const files = {
    [mine('双塔区.csv')]:
      `${heading},案值（万元）,罚没金额,是否典型案例\n商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,,1.1,2000,是\n商标侵权,朝双市监处罚〔2024〕2号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/2,,0.2,待定,否\n`,
    [mine('龙城区.csv')]:
      `${heading}\n商标侵权,朝龙市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/3,\n`,
  }
  const { document } = await collected(files, '--as-of', '2024-06-07')
  expect(document.lists.sums).toEqual([
    {
      unit: '双塔区',
      value: { yuan: 13000, cases: 2, unread: 0 },
      fined: { yuan: 2000, cases: 1, unread: 1 },
    },
    { unit: '龙城区', value: null, fined: null },
  ])
  expect(document.lists.typical.map(({ caseNumber }) => caseNumber)).toEqual(['朝双市监处罚〔2024〕1号'])
})

const file = (name: string, unit: string | null) => ({
  [mine(name)]: returnOf(unit, penalty('市监处罚〔2024〕1号')),
})
test.each([
  ['its 填报单位', file('a.csv', '朝阳市双塔区市场监督管理局'), '双塔区'],
  ['its 填报单位, whatever the file is called', file('龙城区.csv', '双塔'), '双塔区'],
  ['else its name', file('双塔区6月报表.csv', null), '双塔区'],
  ['a short name in it', file('2024喀左统计表.csv', null), '喀喇沁左翼蒙古族自治县'],
  ['else its folder', file('凌源市/6月/统计表.csv', null), '凌源市'],
  ['the city’s own', file('a.csv', '朝阳市市场监督管理局'), '朝阳市'],
  ['where 朝阳 fits two, the name tells which', file('朝阳县.csv', '朝阳'), '朝阳县'],
])('whose a file is, says %s', async (_, files, unit) => {
  const { document } = await collected(files, ...asOf)
  const there = document.units.filter(({ paths }) => paths.length > 0)
  expect(there.map((one) => one.unit)).toEqual([unit])
})

test.each([
  ['nothing says', file('统计表.csv', null)],
  ['朝阳 may be two', file('统计表.csv', '朝阳')],
  ['two names in a file’s', file('双塔区、龙城区.csv', null)],
  [
    'two returns laid end to end',
    { [mine('双塔区.csv')]: `${returnOf('双塔区')}${returnOf('龙城区', penalty('1号'))}` },
  ],
])('%s: nobody guesses, and its cases are left out', async (_, files) => {
  const { document, exitCode } = await collected(files, ...asOf, '--allow-errors')
  expect(document.findings.map(({ rule }) => rule)).toContain('unit-ambiguous')
  expect(document.leftOut.map(({ reason, unit }) => [reason, unit])).toEqual([['rule', null]])
  expect(document.totals.all.cases).toBe(0)
  expect(exitCode).toBe(1)
})

test('a name that says another unit than 填报单位 is said', async () => {
  const { document } = await collected(file('龙城区.csv', '双塔区'), ...asOf)
  expect(document.findings.map(({ rule }) => rule)).toEqual(['unit-conflict'])
})

test('a stranger is merged under its written name, behind the roster', async () => {
  const files = {
    ...whole,
    [mine('海淀.csv')]: returnOf('北京市海淀区市场监督管理局', penalty('海市监处罚〔2024〕9号')),
  }
  const { document, exitCode } = await collected(files, ...asOf)
  expect(document.units.at(-1)).toMatchObject({ unit: '北京市海淀区', isExpected: false, listed: 1 })
  expect(document.findings.map(({ rule }) => rule)).toEqual(['unit-unknown'])
  expect(document.roster).toMatchObject({ expected: 7, received: 7 })
  expect(exitCode).toBe(0)
})

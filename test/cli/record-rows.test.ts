import { expect, test } from 'vitest'
import { transcript, type World } from '../fake-io.ts'
import { closed, env, headings, log, returning, runs, wrong } from './returns.ts'

test('what report would not print is not recorded, and it is said how it can be', async () => {
  const { exitCode, out, err, receipts } = await runs(returning(closed(1), wrong), [
    'record',
    '凌源.csv',
    '-q',
  ])
  expect([exitCode, out, receipts]).toEqual([1, '', []])
  expect(err).toContain(
    '没有登记：有错误的台账出不了表。请先改正；确已这样报送的，加 --allow-errors（有错误的案件不算报过）。\n',
  )
})

test('a return with errors was handed in all the same: its other rows are recorded, said, exit 1', async () => {
  const { exitCode, err, contentOf } = await runs(returning(closed(1), wrong), [
    'record',
    '凌源.csv',
    '--allow-errors',
  ])
  expect([exitCode, contentOf('2024-06/凌源市.json')]).toMatchObject([
    1,
    {
      counts: { error: 1, warning: 0, note: 0 },
      period: { name: 'all', from: null, to: '2024-06-07' },
      leftOut: 1,
      cases: [{ caseNumber: '凌市监处罚〔2024〕1号' }],
    },
  ])
  expect(err).toContain('未列入报表的 1 件，不算报过。')
  expect(err).toContain('核对：有错误 1 处，照样登记；改正后重新报送的，加 --force 再登记一次。')
})

test('a ledger is recorded with the rows that report prints of it for the same period', async () => {
  const old = closed(3).replace('2024-03-05', '2023-03-05').replace('2024-04-18', '2023-04-18')
  const later = closed(2).replace('2024-03-05', '2024-04-05').replace('2024-04-18', '2024-05-18')
  const period = ['--period', '2024-04']
  const { contentOf } = await runs(returning(closed(1), later, old), ['record', '凌源.csv', ...period])
  const receipt = contentOf('2024-06/凌源市.json')
  const known = receipt.cases.map(({ caseNumber, closed: day, open, published, links }: typeof receipt) => {
    return { number: caseNumber, day, open, published, links: links.length }
  })
  expect(known).toEqual([
    { number: '凌市监处罚〔2024〕1号', day: '2024-04-18', open: false, published: '是', links: 1 },
    { number: '凌市监处罚〔2024〕2号', day: null, open: true, published: null, links: 0 },
  ])
  expect([receipt.period, receipt.leftOut]).toEqual([
    { name: '2024-04', from: '2024-04-01', to: '2024-04-30' },
    1,
  ])
})

test('a report in JSON is recorded as it stands, with its own period', async () => {
  const old = closed(2).replace('2024-03-05', '2023-03-05').replace('2024-04-18', '2023-04-18')
  const { exitCode, contentOf } = await runs(
    returning(closed(1), old),
    ['report', '凌源.csv', '-o', '表.json', '--period', '2024-Q2'],
    ['record', '表.json'],
  )
  const { period, leftOut, cases } = contentOf('2024-06/凌源市.json')
  expect([exitCode, period, leftOut, cases.length]).toEqual([
    0,
    { name: '2024-Q2', from: '2024-04-01', to: '2024-06-07' },
    1,
    1,
  ])
})

test('a case is known again by its 立案号 when it has got a 文号', async () => {
  const ledger = (row: string) =>
    `填报单位：凌源市市场监督管理局\n案件类型,立案号,文号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n${row}\n`
  const files = {
    '六月.csv': ledger('商标侵权,凌市监立〔2024〕9号,,2024-05-06,,在办,,,'),
    '九月.csv': ledger(
      '商标侵权,凌市监立〔2024〕9号,凌市监处罚〔2024〕3号,2024-05-07,2024-07-01,行政处罚,是,https://a.example.gov.cn/3,',
    ),
  }
  const { err, contentOf } = await runs(
    { ...returning(), files },
    ['record', '六月.csv'],
    ['report', '九月.csv', '--as-of', '2024-09-09'],
  )
  expect(contentOf('2024-06/凌源市.json').cases[0].filingNumber).toBe('凌市监立〔2024〕9号')
  expect(err).not.toMatch(/case-vanished|case-renumbered/)
  expect(err).toContain('[filed-changed]')
})

const withheld = JSON.stringify({ schemaVersion: 1, tool: { name: 'ipcase', version: '0.1.0' } })

test.each<[string, readonly string[], World, number, string]>([
  [
    'no archive',
    ['凌源.csv'],
    { files: { '凌源.csv': log() } },
    2,
    '没有写明存档在哪里\n  请用 --archive 写明文件夹，或设环境变量 IPCASE_ARCHIVE，或在配置里写 archive。',
  ],
  ['no file', [], { env }, 2, 'record 缺少参数 <文件>\n  请写上报送的文件。'],
  [
    'nobody',
    ['甲.csv'],
    { env, files: { '甲.csv': `${headings}\n${closed(1)}\n` } },
    2,
    '不知道是哪个单位报送的：台账没有写明，或不止一个\n  请用 --unit 写明填报单位。',
  ],
  [
    'no log',
    ['说明.txt', '--unit', '凌源'],
    { env, files: { '说明.txt': '请查收\n' } },
    3,
    '说明.txt 里没有认出台账，没有登记\n  请先改好表头，再登记。',
  ],
  [
    'a PDF',
    ['表.pdf', '--unit', '凌源'],
    { env, files: { '表.pdf': '%PDF-1.7\n' } },
    3,
    '表.pdf：这是 PDF 文件，读不出表格\n  请改用表格的原文件（.xlsx、.xls、.docx 或 .csv）；扫描件须重新录入。',
  ],
  [
    'another JSON',
    ['表.json'],
    { env, files: { '表.json': withheld } },
    3,
    '表.json 不是 ipcase report 写出的 JSON\n  可用的有台账、报表（.xlsx、.docx、.csv，或 report -f json 的结果）。',
  ],
  ['no such file', ['没有.csv'], { env }, 3, '没有.csv：不存在\n  请检查路径和文件名是否写对。'],
  [
    'a campaign that is over',
    ['凌源.csv', '--programme', 'pingdingshan', '--unit', '叶县'],
    returning(),
    2,
    '不知道是哪一期：上一期（2019-12-15）已过 1636 天，此后没有报送安排\n  请用 --round 写明，如 --round 2024-06。',
  ],
])('%s is refused with a remedy', async (_, args, start, exitCode, sentence) => {
  const told = await transcript(['record', ...args], start)
  expect([told.exitCode, told.out]).toEqual([exitCode, ''])
  expect(told.err).toContain(`ipcase：${sentence}\n`)
})

test('a report that was withheld is not a return', async () => {
  const json = (await transcript(['report', '凌源.csv', '-f', 'json', '-q'], returning(wrong))).out
  const told = await transcript(['record', '表.json'], { env, files: { '表.json': json } })
  expect([told.exitCode, told.err]).toEqual([
    3,
    'ipcase：表.json 里没有报表：当时因为有错误没有出表\n  请改正台账，重新出表。\n',
  ])
})

import { expect, test } from 'vitest'
import { transcript, type World } from '../fake-io.ts'
import { closed, env, headings, log, returning, wrong } from './returns.ts'

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

import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { bytesAt, fakeIo } from '../fake-io.ts'
import { readers } from './written-tables.ts'

const headings = [
  '序号',
  '案件类型',
  '案件编号',
  '立案时间',
  '结案时间',
  '结案方式',
  '是否公开',
  '公开网址',
  '备注',
]

function logOf(rows: readonly (readonly string[])[]): string {
  const record = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join()
  return [['填报单位：凌源市市场监督管理局'], headings, ...rows].map(record).join('\r\n')
}

const ledger = Array.from({ length: 70 }, (_, index) => [
  ...[
    '',
    ['商标侵权', '假冒专利'][index % 2] ?? '',
    `朝凌市监处罚〔2024〕${index + 1}号`,
    '2024-03-05',
    '2024-05-06',
  ],
  ...['行政处罚', '是', `https://scjg.example.gov.cn/xzcf/2024/t${index}.html；http://gs.example/${index}`],
  '依法公开；'.repeat(index % 9),
])

/** What runs, draws borders, breaks lines or stands for markup in one of the formats. */
const hostile = [
  [
    ...[
      '',
      '商标侵权',
      '=HYPERLINK("http://evil.example","点此")',
      '2024-03-05',
      '',
      '<script>alert(1)</script>',
    ],
    ...['否', '](https://evil.example)、<b>', '甲|乙\\|丙\n第二行\r\n`代码`"引号"'],
  ],
  [
    ...['', '商标侵权', '@SUM(1+1)', '2024-03-05', '', '-2+3'],
    ...['', 'https://a.example/?q="><img src=x onerror=alert(1)>&b=1', '𠮷\u200b零宽，👨‍👩‍👧，红\t制表'],
  ],
  [
    '',
    '假冒专利',
    '*星*_线_#号 [名](地址) <https://x.example>',
    '2024-03-05',
    '',
    '',
    '',
    '',
    "'＝1+1；&amp;；-->；]]>",
  ],
]

const faulty = [
  ['', '商标侵权', '朝凌市监处罚〔2024〕1号', '2024-03-05', '', '在办', '', '', ''],
  ['', '商标侵权', '朝凌市监处罚〔2024〕2号', '3月5日', '', '在办', '', '', ''],
  ['', '假冒专利', '朝凌市监处罚〔2024〕3号', '', '', '在办', '', '', ''],
  ['', '商标', '朝凌市监处罚〔2024〕4号', '2024-03-05', '', '在办', '', '', ''],
]

const logs: Readonly<Record<string, () => string | Promise<Uint8Array>>> = {
  'an ordinary return': () => readFile('fixtures/programmes/chaoyang/凌源市.csv'),
  'a nil return': () => logOf([['', '商标侵权'], ['本期无案件']]),
  'a long return': () => logOf(ledger),
  'a hostile return': () => logOf(hostile),
  'a return without its faulty cases': () => logOf(faulty),
}

/** Paper and screen break lines where they must, and show nothing of what has no shape. */
function withoutBlanks(rows: Awaited<ReturnType<NonNullable<(typeof readers)[string]>>>) {
  return rows.map((row) => row.map((cell) => cell.replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '')))
}

test.each(Object.keys(logs))('every format of %s shows the same cells', async (name) => {
  const io = fakeIo({ files: { '台账.csv': await (logs[name] ?? (() => ''))() } })
  const formats = Object.keys(readers)
  const outputs = formats.flatMap((format) => ['-o', `表.${format}`])
  const hasErrors = logs[name] === logs['a return without its faulty cases']
  expect(await run(['report', '台账.csv', '--allow-errors', ...outputs], io)).toBe(hasErrors ? 1 : 0)
  const tables = await Promise.all(
    Object.entries(readers).map(
      async ([format, read]) => [format, await read(bytesAt(io, `表.${format}`))] as const,
    ),
  )
  const [[, reference] = ['', []]] = tables
  expect(reference.length).toBeGreaterThan(4)
  for (const [format, rows] of tables) {
    const isDrawn = format === 'pdf' || format === 'txt'
    expect([format, isDrawn ? withoutBlanks(rows) : rows]).toEqual([
      format,
      isDrawn ? withoutBlanks(reference) : reference,
    ])
  }
})

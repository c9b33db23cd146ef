import { expect, test } from 'vitest'
import type { ExampleRow } from '../../src/check/rule.ts'
import { cellWithCase } from '../../src/log/case-in-cell.ts'
import { readDate } from '../../src/log/spell/date.ts'
import { readLinks } from '../../src/log/spell/links.ts'
import { columns } from '../../src/model/case.ts'
import { numberKeys } from '../../src/model/number-keys.ts'
import { readOutcome } from '../../src/model/outcome.ts'
import { personalNumbersIn } from '../../src/model/personal-number.ts'
import { confirmation, invalidation, mentionIn } from '../../src/model/remark-words.ts'
import { exampleLog } from '../example-log.ts'
import { transcript } from '../fake-io.ts'
import { findingsIn } from '../findings-in.ts'
import * as books from './books.ts'
import { headings, oneCase } from './one-case.ts'
import * as texts from './texts.ts'

/** What is asked for, the file that asks for it, and what is said of it. */
const refused: readonly (readonly [string, string, string | Uint8Array, string])[] = [
  ['a last cell in every row', '宽行.xlsx', books.wideBook(250), '表格超过 400 万格'],
  ['merges over the whole sheet', '合并.xlsx', books.mergedBook(3), '盖住的格子超过 100 万'],
  ['links over the whole sheet', '链接.xlsx', books.linkedBook(3), '盖住的格子超过 100 万'],
  ['one sheet under many names', '同表.xlsx', books.manySheets(3, 1), '文件不完整或已损坏'],
  [
    'a string too long for a cell',
    '长文.xlsx',
    books.repeatedString(40_000, 1),
    '台账 第 3 行：有一格超过 32767',
  ],
  [
    'a long string in every row',
    '重复.xlsx',
    books.repeatedString(32_000, 2200),
    '各格的字加起来超过 6710 万',
  ],
  ['parts without end', '部件.xlsx', books.manyParts(10_001), '部件超过 1 万个'],
  ['elements inside each other', '嵌套.xlsx', books.nestedBook(1001), '套了超过 1000 层'],
  ['tables inside each other', '嵌套.docx', books.nestedTables(400), '套了超过 1000 层'],
  ['divisions inside each other', '嵌套.html', texts.nestedDivisions(1001), '套了超过 1000 层'],
  ['page tables inside each other', '嵌套表.html', texts.nestedPageTables(400), '套了超过 1000 层'],
  ['spans beside spans', '跨格.html', texts.spannedCells(20), '有一行超过 16384 格'],
  ['headings without end', '表头.csv', texts.unknownHeadings(20_000), '第 1 行：有一行超过 16384 格'],
  ['a cell as long as a book', '长文.csv', texts.longCell(20_000), '第 2 行：有一格超过 32767 个字'],
  ['bare carriage returns', '回车.csv', texts.repeatedSign('\r', 17), '有一行超过 16 MiB'],
  ['rows past the end of a sheet', '行.xml', texts.farRows(1, 900_000_000), '超过 1048576 行'],
]

test.each(refused)('%s is a failure, and said', async (_, name, content, message) => {
  const { exitCode, out } = await transcript(['validate', name], { files: { [name]: content } })
  expect([exitCode, out.slice(0, 200)]).toEqual([3, expect.stringContaining(message)])
})

const log = `${headings.join(',')}\n${oneCase.join(',')}\n`

test.each([
  ['白表.xlsx', books.paddedBook(17), '模板不能用：除图片以外的内容超过 16 MiB'],
  ['白表.docx', books.nestedTables(400), '模板不能用：内容套了超过 1000 层'],
])('no template is filled that would fill the memory: %s', async (name, content, message) => {
  const args = ['report', '台账.csv', '--unit', '凌源市', '--template', name, '-o', `报表${name.slice(-5)}`]
  const { exitCode, err } = await transcript(args, { files: { '台账.csv': log, [name]: content } })
  expect([exitCode, err]).toEqual([3, expect.stringContaining(message)])
})

test.each([
  ['brackets inside each other', `{"a":${'['.repeat(200_000)}`, '配置.json 的内容套了超过 100 层'],
  [
    'keys without end',
    `{${Array.from({ length: 20_001 }, (_, at) => `"k${at}":1`)}}`,
    '配置.json 的键超过 2 万个',
  ],
])('a configuration of %s is a misuse, and no bug', async (_, config, message) => {
  const files = { '配置.json': config, '台账.csv': log }
  const { exitCode, err } = await transcript(['validate', '台账.csv', '--config', '配置.json'], { files })
  expect([exitCode, err]).toEqual([2, expect.stringContaining(message)])
})

test('what is at the limit is read', async () => {
  const wide = Array.from({ length: 16_384 - headings.length }, (_, at) => `栏${at}`)
  const long = oneCase.with(-1, '说'.repeat(32_767))
  const text = `${[...headings, ...wide].join(',')}\n${long.join(',')}\n`
  const { exitCode, out } = await transcript(['validate', '台账.csv'], { files: { '台账.csv': text } })
  expect([exitCode, out]).toEqual([0, expect.stringContaining('1 件案件')])
})

/** What is said again and again where a pattern looks for its end or its beginning. */
const shapes = [
  ...[
    '侵权',
    '确认',
    '无效',
    '法院',
    '(',
    '（）',
    ' ',
    ' x',
    '1',
    '12 ',
    '138 ',
    '，',
    '、1',
    '1、',
    '\n1',
    '1\n',
  ],
  ...['〔2024〕1号', '2024-03-01 ', 'https://a.cn ', 'http://', 'a.', '"', 'x\n', '第1号'],
]

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  readDate,
  readLinks,
  numberKeys,
  personalNumbersIn,
  readOutcome: (text) => readOutcome('商标侵权', text),
  confirmation: (text) => mentionIn(text, confirmation),
  invalidation: (text) => mentionIn(text, invalidation),
  cellWithCase: (text) => cellWithCase([text]),
}

/** Of this process: what else the machine does is no slowness of ours. */
async function millisecondsFor(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  return process.cpuUsage(before).user / 1000
}

/** As long as a cell may be: the square of that is seconds, its multiple milliseconds. */
const length = 32_000

test.each(Object.entries(readers))('%s takes no square of the longest cell', async (_, read) => {
  const slow: string[] = []
  for (const shape of shapes) {
    const text = `${shape.repeat(length / shape.length)}x`
    const [first, again] = [await millisecondsFor(() => read(text)), await millisecondsFor(() => read(text))]
    if (Math.min(first, again) > 250) slow.push(shape)
  }
  expect(slow).toEqual([])
})

/** Rows, headings and every rule, each cell in turn: what is read, and what is said of it. */
const places: readonly (readonly [string, (text: string) => string | readonly ExampleRow[]])[] = [
  ...columns.map((column) => [column, (text: string) => [{ [column]: text }]] as const),
  ['a line above the heading', (text) => `${text.replaceAll('\n', ' ')}\n${exampleLog([{}])}`],
  ['a line below the cases', (text) => `${exampleLog([{}])}${text.replaceAll('\n', ' ')}\n`],
]

test.each(places)('no rule takes a square of the longest cell: %s', async (_, logOf) => {
  const slow: string[] = []
  // A cell of thousands of lines is read as thousands of rows, each with its findings.
  for (const shape of shapes.filter((one) => !one.includes('\n'))) {
    const log = logOf(`${shape.repeat(length / shape.length)}x`)
    if ((await millisecondsFor(() => findingsIn([log]))) > 1000) slow.push(shape)
  }
  expect(slow).toEqual([])
})

import { expect, test } from 'vitest'
import { transcript } from '../fake-io.ts'
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

import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { jsonLimits } from '../../src/io/json-text.ts'
import { byteLimits } from '../../src/io/node-pipe.ts'
import { limits } from '../../src/model/limits.ts'
import { figuresTable, savedFigures } from '../soak/figures.ts'
import { expectCurrent } from './current.ts'
import { table as markdownTable } from './markdown-table.ts'

const path = 'docs/reliability.md'
const block = /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/

test('the figures in reliability.md are those that the soaks have counted', async () => {
  const text = await readFile(path, 'utf8')
  const table = figuresTable(await savedFigures())
  await expectCurrent(path, text.replace(block, `$1\n${table}\n\n$2`))
})

const limitsBlock = /(<!-- limits -->\n)[\s\S]*?(<!-- \/limits -->)/

test('the limits in reliability.md are those that are kept', async () => {
  const text = await readFile(path, 'utf8')
  const { withoutSize, whole, secondsWithoutWriter } = byteLimits
  const all = [
    ...Object.values(limits),
    withoutSize,
    whole,
    secondsWithoutWriter,
    ...Object.values(jsonLimits),
  ]
  const table = markdownTable(
    ['数的是什么', '最多'],
    all.map(({ counted, shown }) => [counted, shown]),
  )
  await expectCurrent(path, text.replace(limitsBlock, `$1\n${table}\n\n$2`))
})

const faults = ['无声丢失或改变案件', '崩溃', '不合约定', '半份文件或损坏的存档', '没有说明的结束']

test('nothing that was counted was lost, broken or a crash', async () => {
  const figures = await savedFigures()
  const bad = figures.filter(({ found }) => faults.some((fault) => (found[fault] ?? 0) > 0))
  expect(bad).toEqual([])
  expect(new Set(figures.flatMap(({ found }) => Object.keys(found)))).toEqual(
    new Set([
      ...faults,
      '毫无损失',
      '运行',
      '中途断电',
      '读写失败',
      '当时新表已写成',
      '最慢几秒',
      '最多占用MiB',
    ]),
  )
})

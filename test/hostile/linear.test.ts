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
import { findingsIn } from '../findings-in.ts'

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

function millisecondsFor(read: (text: string) => unknown, text: string): number {
  const times = [0, 1].map(() => {
    const start = performance.now()
    read(text)
    return performance.now() - start
  })
  return Math.min(...times)
}

/** As long as a cell may be: the square of that is seconds, its multiple milliseconds. */
const length = 32_000

test.each(Object.entries(readers))('%s takes no square of the longest cell', (_, read) => {
  const slow = shapes.filter(
    (shape) => millisecondsFor(read, `${shape.repeat(length / shape.length)}x`) > 250,
  )
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
    const start = performance.now()
    await findingsIn([log])
    if (performance.now() - start > 1000) slow.push(shape)
  }
  expect(slow).toEqual([])
})

import { expect, test } from 'vitest'
import { cellWithCase } from '../../src/log/case-in-cell.ts'
import { readDate } from '../../src/log/spell/date.ts'
import { readLinks } from '../../src/log/spell/links.ts'
import { numberKeys } from '../../src/model/number-keys.ts'
import { readOutcome } from '../../src/model/outcome.ts'
import { personalNumbersIn } from '../../src/model/personal-number.ts'
import { confirmation, invalidation, mentionIn } from '../../src/model/remark-words.ts'

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

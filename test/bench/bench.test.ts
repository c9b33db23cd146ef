import { readFile } from 'node:fs/promises'
import { marked, type Tokens } from 'marked'
import { expect, test } from 'vitest'
import { bounds, contests, full, quick } from './contests.ts'
import { benchDocument, judge } from './document.ts'
import { median } from './run.ts'

const held = contests(full).map((contest, at) => ({
  contest,
  timings: contest.entries.map((entry, index) => ({
    entry,
    milliseconds: 100 + at + index,
    peakMebibytes: entry.isWeighed ? 500 : undefined,
  })),
}))

test('every bound speaks of commands that the bench runs', () => {
  const ids = held.flatMap(({ contest }) => contest.entries.map(({ id }) => id))
  expect(new Set(ids).size).toEqual(ids.length)
  const named = bounds.flatMap(({ of, against }) => [of, against ?? of])
  expect(named.filter((id) => !ids.includes(id))).toEqual([])
})

test('a quick run has the same commands as a full one', () => {
  const named = (sizes: typeof full) => contests(sizes).map(({ entries }) => entries.map(({ id }) => id))
  expect(named(quick)).toEqual(named(full))
})

test('what is over its bound is called so, and what was not measured is not', () => {
  const verdicts = new Map(judge(held).map(({ bound, isKept }) => [bound.of, isKept]))
  expect([verdicts.get('validate-1k'), verdicts.get('report-10k-pdf'), verdicts.get('plain')]).toEqual([
    true,
    false,
    false,
  ])
  expect(judge([]).every(({ isKept }) => isKept)).toEqual(true)
})

test('the middle one of an odd number of runs counts', () => {
  expect(median([9, 1, 5])).toEqual(5)
})

function isTable(token: { readonly type: string }): token is Tokens.Table {
  return token.type === 'table'
}

function boundsIn(text: string): readonly (readonly string[])[] {
  const [stated] = marked.lexer(text).filter(isTable)
  return (stated?.rows ?? []).map((row) => row.map((cell) => cell.text))
}

test('docs/benchmarks.md names every bound and no other, and calls kept what its figure keeps', async () => {
  const text = await readFile('docs/benchmarks.md', 'utf8')
  const expected = boundsIn(benchDocument(held, '2026-11-28'))
  const stated = boundsIn(text)
  expect(stated.map(([of, against, , limit]) => [of, against, limit])).toEqual(
    expected.map(([of, against, , limit]) => [of, against, limit]),
  )
  for (const [, , figure = '', limit = '', verdict] of stated) {
    const [value, bound] = [figure, limit.replace(/^\D+/, '')].map(Number.parseFloat)
    const isKept = limit.startsWith('至多') ? (value ?? 0) <= (bound ?? 0) : (value ?? 0) >= (bound ?? 0)
    expect([figure, verdict]).toEqual([figure, isKept || Number.isNaN(value) ? '守住' : '超出'])
  }
})

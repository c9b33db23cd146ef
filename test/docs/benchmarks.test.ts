import { readFile } from 'node:fs/promises'
import { marked, type Tokens } from 'marked'
import { expect, test } from 'vitest'
import { bounds } from '../bench/bounds.ts'
import { withUnit } from '../bench/figure.ts'

const text = await readFile('docs/benchmarks.md', 'utf8')

function isTable(token: { readonly type: string }): token is Tokens.Table {
  return token.type === 'table'
}

const [stated] = marked.lexer(text).filter(isTable)
const rows = (stated?.rows ?? []).map((row) => row.map((cell) => cell.text))

test('docs/benchmarks.md names every bound, and no other', () => {
  expect(rows.map(([measured, against, , atMost]) => [measured, against, atMost])).toEqual(
    bounds.map(({ measured, against, atMost, unit }) => [measured, against ?? '—', withUnit(atMost, unit)]),
  )
})

test('docs/benchmarks.md calls kept what its figure keeps, and nothing else', () => {
  const verdicts = rows.map(([, , figure, atMost]) =>
    Number.parseFloat(figure ?? '') <= Number.parseFloat(atMost ?? '') ? '守住' : '超出',
  )
  expect(rows.map(([, , , , verdict]) => verdict)).toEqual(verdicts)
})

test('docs/benchmarks.md says of every bound that is not kept what the profile shows', () => {
  const broken = rows.filter(([, , , , verdict]) => verdict !== '守住').map(([measured]) => measured)
  const explained = bounds.filter(({ shortfall }) => shortfall && text.includes(shortfall))
  expect(explained.map(({ measured }) => measured)).toEqual(broken)
})

test('docs/benchmarks.md speaks of no place on the machine', () => {
  expect(text.match(/(?:^|[\s`])(?:\/|[A-Z]:\\)\w+\S*/g)).toBe(null)
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseDocument } from 'htmlparser2'
import { expect, test } from 'vitest'
import type { Statistics } from '../../src/model/table.ts'
import { tableLines } from '../../src/render/table/cells.ts'
import { durationsOf } from '../../src/render/table/html/charts.ts'
import { renderHtml } from '../../src/render/table/html.ts'
import { totalsOf } from '../../src/table/totals.ts'
import { runs } from '../property-tests.ts'
import { tableOf } from './build.ts'
import { hostile, nilReturn, ordinary } from './samples.ts'

const files = new Map([['report.html', readFileSync('templates/report.html')]])
const look = { color: false, columns: undefined, quiet: false }

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: object }>

function elementsIn(nodes: readonly Node[]): readonly Element[] {
  return nodes.flatMap((node) => ('attribs' in node ? [node, ...elementsIn(node.children)] : []))
}

function textOf(node: Node): string {
  if ('attribs' in node) return node.children.map(textOf).join('')
  return 'data' in node ? node.data : ''
}

function attribute({ attribs }: Element, name: string): string | undefined {
  return attribs[name]
}

function pageOf(statistics: Statistics): readonly Element[] {
  return elementsIn(parseDocument(String(renderHtml(statistics, { look, files }))).children)
}

/** The rows of the form, as a reader of the page sees them. */
function rowsOf(page: readonly Element[]): readonly (readonly string[])[] {
  const form = page.filter((node) => attribute(node, 'class') === 'form')
  const rows = elementsIn(form).filter(({ name }) => name === 'tr')
  return rows.slice(1).map((row) => row.children.filter((node) => 'attribs' in node).map(textOf))
}

function expectHarmless(page: readonly Element[]) {
  const names = new Set(page.map(({ name }) => name))
  for (const name of ['script', 'img', 'iframe', 'object', 'link', 'base', 'form']) {
    expect(names.has(name)).toBe(false)
  }
  for (const node of page) {
    expect(Object.keys(node.attribs).filter((name) => /^(?:on|src)/.test(name))).toEqual([])
    expect(attribute(node, 'href') ?? '#').toMatch(/^(?:#|https?:\/\/)/)
  }
}

test.each([
  ['ordinary', ordinary],
  ['nil', nilReturn],
  ['hostile', hostile],
])('the %s page shows the cells of the table and nothing that runs', (_, statistics) => {
  const page = pageOf(statistics)
  expectHarmless(page)
  expect(rowsOf(page)).toEqual(
    tableLines(statistics.table).map((line) => (line.kind === 'nil' ? [line.text] : line.cells)),
  )
})

test('no text in a cell becomes markup', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '&',
    '{{form}}',
    '<!--',
    ']]>',
    'a',
    '案',
    ' ',
    '\n',
    '//',
    ':',
  )
  const text = fc.array(piece, { minLength: 1 }).map((parts) => parts.join(''))
  const links = fc.array(
    text.map((tail) => `https://a.example/${tail}`),
    { maxLength: 2 },
  )
  fc.assert(
    fc.property(text, text, links, (remark, word, addresses) => {
      const table = tableOf({ 商标侵权: [{ remark, links: addresses, linkWords: [word] }] }, { note: remark })
      const page = pageOf({ table, totals: totalsOf(table), explained: [] })
      expectHarmless(page)
      const cells = tableLines(table).map((line) => (line.kind === 'nil' ? [line.text] : line.cells))
      expect(rowsOf(page)).toEqual(cells)
    }),
    { numRuns: runs(30) },
  )
})

test('every picture has a title and a description, and no id stands twice', () => {
  const page = pageOf(ordinary)
  const ids = page.flatMap((node) => attribute(node, 'id') ?? [])
  expect(new Set(ids).size).toBe(ids.length)
  const pictures = page.filter(({ name }) => name === 'svg')
  expect(pictures).toHaveLength(3)
  for (const picture of pictures) {
    expect(attribute(picture, 'role')).toBe('img')
    const labels = (attribute(picture, 'aria-labelledby') ?? '').split(' ')
    const named = page.filter((node) => labels.includes(attribute(node, 'id') ?? ''))
    expect(named.map(({ name }) => name)).toEqual(['title', 'desc'])
  }
})

test('the page may load nothing', () => {
  const policies = pageOf(ordinary).filter(
    ({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy',
  )
  expect(policies.map((node) => attribute(node, 'content'))).toEqual([
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  ])
})

test('days to close are calendar days of closed cases', () => {
  const spans = (...cases: readonly number[]) =>
    ['30 天以内', '31–60 天', '61–90 天', '91–120 天', '121–180 天', '180 天以上'].map((name, index) => ({
      name,
      cases: cases[index] ?? 0,
    }))
  const table = tableOf({
    商标侵权: [
      { filed: '2024-01-01', closed: '2024-01-31' },
      { filed: '2024-01-01', closed: '2024-02-01' },
      { filed: '2024-01-01', closed: '2024-03-31' },
      { filed: '2023-01-01', closed: '2024-01-01' },
      { filed: '2024-01-01', closed: '2024-01-02', open: true },
      { filed: '2024-02-01', closed: '2024-01-01' },
      { closed: '2024-01-01' },
      { filed: '2024-01-01' },
    ],
  })
  expect(durationsOf(table)).toEqual({ cases: 4, spans: spans(1, 1, 1, 0, 0, 1) })
  expect(durationsOf(nilReturn.table)).toEqual({ cases: 0, spans: spans() })
})

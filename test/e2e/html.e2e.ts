import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Statistics } from '../../src/model/table.ts'
import { headingTexts, tableLines } from '../../src/render/table/cells.ts'
import { renderHtml } from '../../src/render/table/html.ts'
import { page } from '../../src/render/table/page.ts'
import { long, nilReturn, ordinary } from '../tables/samples.ts'
import { printHtml } from './chromium.ts'
import { pdfPageSizes, pdfPages, pdfWords } from './office.ts'

const look = { color: false, columns: undefined, quiet: false }
const files = new Map([['report.html', readFileSync('templates/report.html')]])
const pointsPerMillimetre = 72 / 25.4

function printed(statistics: Statistics): Promise<Uint8Array> {
  return printHtml(String(renderHtml(statistics, { look, files })))
}

/** The form ends where 汇总 begins a page of its own, with the charts behind it. */
function formPages(texts: readonly string[]): number {
  return texts.findIndex((text) => text.trimStart().startsWith('汇总'))
}

/** Characters in no order: lines of neighbouring cells stand mixed in the text of a PDF. */
function lettersOf(text: string): string {
  return [...text.replace(/\s/gu, '')].toSorted().join('')
}

test('a return of many cases prints its heading on each page, and nothing leaves the page', async () => {
  const pdf = await printed(long)
  const texts = await pdfPages(pdf)
  expect(texts.length).toBeGreaterThan(4)
  const headed = texts.map((text) =>
    headingTexts.every((heading) => text.replace(/\s/g, '').includes(heading.slice(0, 2))),
  )
  expect(headed).toEqual(texts.map((_, index) => index < formPages(texts)))
  for (const [width, height] of await pdfPageSizes(pdf)) {
    expect([Math.round(width / pointsPerMillimetre), Math.round(height / pointsPerMillimetre)]).toEqual([
      297, 210,
    ])
  }
  const [left, right] = [page.left, page.width - page.right].map((edge) => edge * pointsPerMillimetre)
  const outside = (await pdfWords(pdf)).filter(
    (word) => word.left < (left ?? 0) - 1 || word.right > (right ?? 0) + 1,
  )
  expect(outside).toEqual([])
})

test.each([
  ['an ordinary return', ordinary],
  ['a nil return', nilReturn],
])('%s prints every character of its cells', async (_, statistics) => {
  const texts = await pdfPages(await printed(statistics))
  const form = lettersOf(texts.slice(0, formPages(texts)).join(''))
  const cells = tableLines(statistics.table).map((line) =>
    line.kind === 'nil' ? line.text : line.cells.join(''),
  )
  for (const letter of new Set(lettersOf(cells.join('')))) {
    const count = (text: string) => text.split(letter).length
    expect([letter, count(form) >= count(cells.join(''))]).toEqual([letter, true])
  }
  expect(formPages(texts)).toBeGreaterThan(0)
})

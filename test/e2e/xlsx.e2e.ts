import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Statistics } from '../../src/model/table.ts'
import { tags } from '../../src/office/xml-text.ts'
import { headingTexts, tableLines } from '../../src/render/table/cells.ts'
import { hostile, long, nilReturn, ordinary } from '../tables/samples.ts'
import { bureauWorkbook } from '../tables/xlsx-bureau.ts'
import { fill } from '../tables/xlsx-fill.ts'
import { convert, pdfPages, pdfWords, toPdf } from './office.ts'
import { formLetters, lettersOf, misplaced } from './printed-form.ts'

const samples = [
  { name: 'three pages of cases', statistics: long, least: 3 },
  { name: 'an ordinary return', statistics: ordinary, least: 2 },
  { name: 'a nil return', statistics: nilReturn, least: 1 },
]

test.each(samples)(
  'LibreOffice prints $name whole, with the heading on each page',
  async ({ statistics, least }) => {
    const { bytes } = await fill(statistics)
    const pdf = await toPdf(bytes, 'xlsx')
    const pages = await pdfPages(pdf)
    const form = pages.slice(0, -1)
    expect(form.length).toBeGreaterThanOrEqual(least)
    expect(lettersOf(form.join(''))).toBe(formLetters(statistics.table, form.length, pages.length))
    expect(form.filter((text) => !text.includes(headingTexts[2] ?? ''))).toEqual([])
    expect(pages.at(-1)).toContain('汇总')
    expect(await misplaced(pdf, await pdfWords(pdf))).toEqual([])
  },
)

const sheet = 'xl/worksheets/sheet1.xml'

function rowHeights(bytes: Uint8Array): readonly number[] {
  const xml = new TextDecoder().decode(unzipSync(bytes)?.[sheet])
  return tags(xml, 'row').map((tag) => Number(/ ht="([\d.]+)"/.exec(tag)?.[1]))
}

/** As a flat OpenDocument sheet whose rows LibreOffice fits to their text when it opens it. */
async function withFreeRows(bytes: Uint8Array): Promise<Uint8Array> {
  const text = new TextDecoder().decode(await convert(bytes, 'xlsx', 'fods'))
  const free = text
    .replaceAll('use-optimal-row-height="false"', 'use-optimal-row-height="true"')
    .replace(/<meta:generator>[^<]*/, '<meta:generator>')
  return new TextEncoder().encode(free)
}

test.each([...samples, { name: 'a hostile return', statistics: hostile }])(
  'every row of $name is as high as LibreOffice finds it must be',
  async ({ statistics }) => {
    const { bytes } = await fill(statistics)
    const needed = rowHeights(await convert(await withFreeRows(bytes), 'fods', 'xlsx'))
    const low = rowHeights(bytes).flatMap((height, index) =>
      height < (needed[index] ?? 0) ? [{ row: index + 1, height, needed: needed[index] }] : [],
    )
    expect([needed.length, low]).toEqual([rowHeights(bytes).length, []])
  },
)

/** Sheet 1 as comma-separated UTF-8, cells as shown. */
const csv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

function csvLines({ table }: Statistics): readonly string[] {
  return tableLines(table).map((line) =>
    (line.kind === 'nil' ? [line.text, ...Array.from({ length: 8 }, () => '')] : line.cells)
      .map(quoted)
      .join(','),
  )
}

test.each(samples)('LibreOffice reads the cells and days of $name as they were', async ({ statistics }) => {
  const { bytes } = await fill(statistics)
  const text = new TextDecoder().decode(await convert(bytes, 'xlsx', csv))
  // Each link stands on a line of its own in the cell.
  const lines = text
    .replaceAll(/"([^"\n]*；)\n([^"]*)"/g, '$1$2')
    .trimEnd()
    .split('\n')
  expect(lines.slice(4, -1)).toEqual(csvLines(statistics))
})

test('LibreOffice finds days where the form has days, not words that look like them', async () => {
  const { bytes } = await fill(long)
  const text = new TextDecoder().decode(await convert(bytes, 'xlsx', 'fods'))
  const days = long.table.sections.flatMap(({ rows }) => rows.flatMap(({ filed, closed }) => [filed, closed]))
  expect([...text.matchAll(/office:date-value="([^"]*)"/g)].map(([, day]) => day)).toEqual(
    days.filter((day) => day !== null),
  )
})

test("LibreOffice computes the totals of a bureau's form over all its cases", async () => {
  const { bytes } = await fill(ordinary, await bureauWorkbook())
  const text = new TextDecoder().decode(await convert(bytes, 'xlsx', csv))
  const days = ordinary.table.sections.flatMap(({ rows }) =>
    rows.map(({ filed, closed }) => Date.parse(closed ?? '1899-12-30') - Date.parse(filed ?? '1899-12-30')),
  )
  const sum = days.reduce((total, day) => total + day, 0) / 86_400_000
  const total = text.split('\n').find((line) => line.startsWith(',合计,'))
  // 无 is no case, and is counted by nothing.
  expect(total).toBe(`,合计,${days.length},,,,,,,${sum},`)
})

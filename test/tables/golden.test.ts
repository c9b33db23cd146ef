import { readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TableFormat } from '../../src/render/table/format.ts'
import { tableFormats } from '../../src/render/table/index.ts'
import { renderText } from '../../src/render/table/text.ts'
import { naturalWidths, shareWidth } from '../../src/render/table/widths.ts'
import { displayWidth } from '../../src/render/width.ts'
import { explained, hostile, nilReturn, ordinary } from './samples.ts'

function linesAt(statistics: typeof ordinary, columns: number | undefined, color = false): readonly string[] {
  const text = renderText(statistics, { look: { color, columns, quiet: false }, files: new Map() })
  return String(text).split('\n')
}

test.each([48, 68, 80, 100, 132, 200])('nothing is wider than a terminal of %i columns', (columns) => {
  for (const statistics of [ordinary, nilReturn, hostile]) {
    for (const line of linesAt(statistics, columns)) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
  }
})

test('every line of the box is equally wide, whatever stands in its cells', () => {
  for (const columns of [80, 120, undefined]) {
    const box = linesAt(hostile, columns).filter((line) => /^[│┌├└]/.test(line))
    expect(new Set(box.map(displayWidth)).size).toBe(1)
  }
})

test('a cell of the clerk cannot steer the terminal', () => {
  expect(linesAt(hostile, 80).join('')).not.toMatch(/\p{Cc}/u)
})

test('colour changes nothing but colour', () => {
  const plain = linesAt(ordinary, 80)
  const coloured = linesAt(ordinary, 80, true)
  expect(coloured).not.toEqual(plain)
  expect(coloured.map(stripVTControlCharacters)).toEqual(plain)
})

test('columns share exactly what there is, none below its floor, none above its text', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'案件12/. '), maxLength: 30 })
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(rows, fc.integer({ min: 12, max: 90 }), (table, available) => {
      const widths = shareWidth({ rows: table, floors: [4, 4, 4], available })
      const natural = naturalWidths(table)
      expect(widths.reduce((a, b) => a + b)).toBeLessThanOrEqual(available)
      for (const [index, width] of widths.entries()) {
        expect(width).toBeLessThanOrEqual(natural[index] ?? 0)
        expect(width).toBeGreaterThanOrEqual(Math.min(4, natural[index] ?? 0))
      }
    }),
  )
})

function templates(name: keyof typeof tableFormats): ReadonlyMap<string, Uint8Array> {
  const { files = [] }: TableFormat = tableFormats[name]
  return new Map(files.map((file) => [file, readFileSync(`templates/${file}`)]))
}

const samples = { ordinary, nil: nilReturn, hostile, explained }
const outputs = [
  { name: 'text', columns: 120, file: '120.txt' },
  { name: 'text', columns: 80, file: '80.txt' },
  { name: 'text', columns: 60, file: '60.txt' },
  { name: 'text', columns: undefined, file: 'txt' },
  { name: 'html', columns: undefined, file: 'html' },
  { name: 'md', columns: undefined, file: 'md' },
  { name: 'csv', columns: undefined, file: 'csv' },
] as const

const all = Object.entries(samples).flatMap(([sample, statistics]) =>
  outputs.map((output) => ({ ...output, file: `${sample}.${output.file}`, statistics })),
)

test.each(all)('$file is what the format gives', async ({ name, columns, file, statistics }) => {
  const render = await tableFormats[name].load()
  const look = { color: false, columns, quiet: false }
  await expect(await render(statistics, { look, files: templates(name) })).toMatchFileSnapshot(
    `golden/${file}`,
  )
})

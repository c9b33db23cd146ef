import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Statistics, Table } from '../../src/model/table.ts'
import { headingTexts, tableLines } from '../../src/render/table/cells.ts'
import { renderCsv } from '../../src/render/table/csv.ts'
import { tabulate } from '../../src/table/tabulate.ts'
import { totalsOf } from '../../src/table/totals.ts'
import { runs } from '../property-tests.ts'
import { readBack } from '../read-log.ts'
import { nothingMissing, type RowParts, tableOf } from './build.ts'
import { hostile, long, nilReturn, ordinary } from './samples.ts'

const look = { color: false, columns: undefined, quiet: false }

function csvOf(statistics: Statistics): string {
  return String(renderCsv(statistics, { look, files: new Map() }))
}

test('a spreadsheet finds UTF-8, line ends it knows, and in every record nine cells', () => {
  const text = csvOf(ordinary)
  expect(text.startsWith('\uFEFF附件,')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const records: string[][] = parse(csvOf(hostile), { bom: true })
  expect(new Set(records.map((cells) => cells.length))).toEqual(new Set([9]))
})

test('another reader finds the cells of the table, an apostrophe before what would run', () => {
  const records: string[][] = parse(csvOf(hostile), { bom: true })
  expect(records[3]).toEqual(headingTexts)
  const guarded = (text: string) => (/^(?:[=@＝]|-2)/.test(text) ? `'${text}` : text)
  expect(records.slice(4)).toEqual(
    tableLines(hostile.table).map((line) => (line.kind === 'nil' ? [] : line.cells.map(guarded))),
  )
})

/** What is left of a table in a log: not where its cases stood before. */
function casesIn({ sections }: Pick<Table, 'sections'>) {
  return sections.map(({ type, rows }) => ({ type, rows: rows.map(({ source: _, ...row }) => row) }))
}

async function expectSameReturn(statistics: Statistics) {
  const { table } = statistics
  const { summary, cases, faults } = await readBack(csvOf(statistics))
  expect(faults).toEqual([])
  expect([summary.unit, summary.date]).toEqual([table.unit, '2024年6月7日'])
  expect(summary.skipped.placeholder).toBe(tableLines(table).filter(({ kind }) => kind !== 'case').length)
  const { label, title, note, unit, date, period } = table
  const types = table.sections.map(({ type }) => type)
  const head = {
    form: { label, title, note },
    types,
    unit,
    date,
    period,
    sort: 'input',
    missing: nothingMissing,
  } as const
  expect(casesIn(tabulate(cases, head))).toEqual(casesIn(table))
}

test.each([
  ['an ordinary return', ordinary],
  ['a long return', long],
  ['a nil return', nilReturn],
])('%s reads back as the same cases', async (_, statistics) => {
  await expectSameReturn(statistics)
})

test('whatever a clerk wrote reads back as the same cases', async () => {
  const words = fc
    .string({ unit: fc.constantFrom(...'案件，、"\',;（）1a'), minLength: 1, maxLength: 12 })
    .chain((text) => fc.constantFrom('乙', '=', "'=", '-', '@', "'").map((start) => `${start}${text}甲`))
  const maybe = fc.option(words)
  const row = fc.record<RowParts>({
    caseNumber: maybe,
    remark: maybe,
    outcome: fc.constantFrom(null, '行政处罚', '罚款，没收'),
    filed: fc.constantFrom('2024-01-02', '2024-02-29'),
    published: fc.constantFrom('是', '否', null),
    links: fc.subarray(['https://a.example/1', 'http://b.example/?q=1,2']),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(row), fc.array(row), async (trademarks, fakes) => {
      const table = tableOf({ 商标侵权: trademarks, 假冒专利: fakes })
      await expectSameReturn({ table, totals: totalsOf(table), explained: [] })
    }),
    { numRuns: runs(50) },
  )
})

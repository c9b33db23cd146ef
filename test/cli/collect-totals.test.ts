import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CollectDocument } from '../../src/model/documents/collect.ts'
import type { ReportDocument } from '../../src/model/documents/report.ts'
import { transcript } from '../fake-io.ts'
import { runs } from '../property-tests.ts'
import { returnOf } from './city.ts'

const units = ['双塔区', '龙城区', '朝阳县', '建平县', '喀左县', '北票市', '凌源市'] as const
const types = [
  '专利侵权裁决',
  '专利纠纷调解',
  '商标侵权',
  '假冒专利',
  '地理标志和官方标志',
  '商业秘密',
  '',
] as const

const anyRow = fc.record({
  type: fc.constantFrom(...types),
  filed: fc.constantFrom('2023-11-20', '2024-01-08', '2024-03-05', '2024-02-31', ''),
  closing: fc.constantFrom(
    ['2024-04-18', '行政处罚'],
    ['2024-05-20', '裁决（侵权成立）'],
    ['2024-05-06', '达成调解协议'],
    ['2024-05-06', '撤销案件'],
    ['', '在办'],
    ['2024-05-09', '不知所云'],
  ),
  published: fc.constantFrom('是', '否', ''),
})

type Row = typeof anyRow extends fc.Arbitrary<infer T> ? T : never

function line(unit: string, at: number, { type, filed, closing, published }: Row): string {
  const url = published === '是' ? `https://www.gsxt.gov.cn/${at}` : ''
  return ['', type, `${unit}市监处罚〔2024〕${at + 1}号`, filed, ...closing, published, url, ''].join(',')
}

const common = ['--as-of', '2024-06-07', '--allow-errors', '-q'] as const

type Tally = CollectDocument['totals']['all']

/** What may be added up; medians may not. */
function sumOf(tallies: readonly Tally[]): Partial<Tally> {
  const sum = (count: (tally: Tally) => number): number => tallies.reduce((all, one) => all + count(one), 0)
  return {
    cases: sum(({ cases }) => cases),
    carried: sum(({ carried }) => carried),
    filed: sum(({ filed }) => filed),
    closed: sum(({ closed }) => closed),
    open: sum(({ open }) => open),
    published: sum(({ published }) => published),
    timed: sum(({ timed }) => timed),
    confirmed: sum(({ confirmed }) => confirmed),
    invalidated: sum(({ invalidated }) => invalidated),
  }
}

function outcomesOf(tallies: readonly Tally[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { outcome, cases } of tallies.flatMap(({ outcomes }) => outcomes)) {
    counts.set(outcome, (counts.get(outcome) ?? 0) + cases)
  }
  return new Map([...counts].sort())
}

async function reportOf(path: string, files: Readonly<Record<string, string>>, period: string) {
  const { out } = await transcript(['report', path, '-f', 'json', '--period', period, ...common], { files })
  return out === '' ? undefined : (JSON.parse(out) as ReportDocument)
}

test('sums by unit, type, result and overall agree with each other, the merged table and each own report', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...units), fc.array(anyRow, { maxLength: 6 }), { minKeys: 1 }),
      fc.constantFrom('all', 'year-to-date', '2024-Q1'),
      async (returns, period) => {
        const files = Object.fromEntries(
          Object.entries(returns).map(([unit, rows]) => [
            `报送/${unit}.csv`,
            returnOf(unit, ...rows.map((row, at) => line(unit, at, row))),
          ]),
        )
        const { out } = await transcript(['collect', '报送', '-f', 'json', '--period', period, ...common], {
          files,
        })
        const { totals, sections, units: listed, leftOut }: CollectDocument = JSON.parse(out)
        const { byUnit, byType, all } = totals
        const rows = sections.flatMap((section) => section.rows)
        expect(sumOf([all])).toEqual(sumOf(byType))
        expect(sumOf([all])).toEqual(sumOf(byUnit.map((one) => one.all)))
        expect(sumOf([all])).toEqual(sumOf(byUnit.flatMap((one) => one.byType)))
        expect(outcomesOf([all])).toEqual(outcomesOf(byType))
        expect(outcomesOf([all])).toEqual(outcomesOf(byUnit.map((one) => one.all)))
        expect([...outcomesOf([all]).values()].reduce((sum, cases) => sum + cases, 0)).toBe(all.closed)
        expect(rows).toHaveLength(all.cases)
        for (const { rows: own } of sections)
          expect(own.map(({ serial }) => serial)).toEqual(own.map((_, at) => at + 1))
        const read = listed.reduce((sum, { cases }) => sum + cases, 0)
        expect(rows.length + leftOut.length).toBe(read)
        for (const path of Object.keys(files)) {
          const report = await reportOf(path, files, period)
          const unit = listed.find(({ paths }) => paths.includes(path))?.unit
          const own = byUnit.find((one) => one.unit === unit)
          expect({ byType: own?.byType, all: own?.all }).toEqual(report?.totals)
        }
      },
    ),
    { numRuns: runs(20) },
  )
})

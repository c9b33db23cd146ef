import type { Compared, Counted, Trend, YearOnYear } from '../../model/trend.ts'
import { figuresText, noReturn, pairText, periodRows, untilText, untyped } from './words.ts'

/** A table of the page, the same in every format: words at the left, figures at the right. */
export interface TrendTable {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Words in all its columns. */
  readonly isWords?: true
  /** Said below it. */
  readonly notes: readonly string[]
}

/** Figures of one unit or of all in one round; null: no return. */
interface Shown extends Counted {
  readonly isWhole: boolean
}

function shownText(shown: Shown | null): string {
  return shown === null ? noReturn : figuresText(shown.all, shown.isWhole)
}

function shownTotals({ totals }: Trend): readonly (Shown | null)[] {
  return totals.map((total) => (total.units.length === 0 ? null : total))
}

function roundHeadings({ rounds }: Trend, first: string): readonly string[] {
  return [first, ...rounds.map(({ id }) => id)]
}

function periodTable(trend: Trend): TrendTable {
  return {
    title: '各期的报送和统计期间',
    headings: ['期次', '截止日', '有记录', '统计截止日', '统计期间'],
    rows: periodRows(trend),
    isWords: true,
    notes: [],
  }
}

/** A page is wide enough for so many rounds side by side; more of them stand one below the other. */
const mostColumns = 10

/** Rounds from left to right, or downwards where they are many. */
function byRound(table: TrendTable): TrendTable {
  const [first = '', ...rounds] = table.headings
  if (rounds.length <= mostColumns) return table
  return {
    ...table,
    headings: [`期次＼${first}`, ...table.rows.map(([name = '']) => name)],
    rows: rounds.map((round, at) => [round, ...table.rows.map((cells) => cells[at + 1] ?? '')]),
  }
}

function unitTable(trend: Trend): TrendTable {
  return byRound({
    title: '各单位',
    headings: roundHeadings(trend, '单位'),
    rows: [
      ...trend.units.map(({ unit, cells }) => [unit, ...cells.map(shownText)]),
      ['合计', ...shownTotals(trend).map(shownText)],
    ],
    notes: [],
  })
}

function typeRows(counted: readonly (Shown | null)[], types: Trend['types']): readonly string[][] {
  return types.map((type) => [
    type ?? untyped,
    ...counted.map((one) => {
      const own = one?.byType.find((each) => each.type === type)
      return own === undefined ? noReturn : figuresText(own, one?.isWhole === true)
    }),
  ])
}

function typeTable(trend: Trend): TrendTable {
  return byRound({
    title: trend.units.length === 1 ? '各类型' : '各类型（有记录的单位合计）',
    headings: roundHeadings(trend, '案件类型'),
    rows: [...typeRows(shownTotals(trend), trend.types), ['合计', ...shownTotals(trend).map(shownText)]],
    notes: [],
  })
}

/** Of each unit its types; a unit that never handed in has none. */
export function unitTypeTables(trend: Trend): readonly TrendTable[] {
  return trend.units
    .filter(({ cells }) => cells.some((cell) => cell !== null))
    .map(({ unit, cells }) =>
      byRound({
        title: unit,
        headings: roundHeadings(trend, '案件类型'),
        rows: [...typeRows(cells, trend.types), ['合计', ...cells.map(shownText)]],
        notes: [],
      }),
    )
}

function comparedCells({ filed, closed }: Compared): readonly string[] {
  return [pairText(filed), pairText(closed)]
}

export function yearOnYearTable({ round, before, units, notCompared, all, byType }: YearOnYear): TrendTable {
  const apart =
    notCompared.length === 0 ? [] : [`没有比的：${notCompared.join('、')}（没有两期都报，或不是全年累计）。`]
  const notes = ['上年 → 本年。两年都从 1 月 1 日算到同一天，即两个统计截止日里早的一天。', ...apart]
  if (units.length === 0) {
    return { title: `同比：${round} 期与 ${before} 期`, headings: [], rows: [], notes: apart }
  }
  return {
    title: `同比：${round} 期与 ${before} 期`,
    headings: ['单位、类型', '立案', '结案', '算到'],
    rows: [
      ...units.map((one) => [one.unit, ...comparedCells(one), untilText(one.until)]),
      ...byType.map((one) => [one.type ?? untyped, ...comparedCells(one), '']),
      [`合计（${units.length} 个单位）`, ...comparedCells(all), ''],
    ],
    notes,
  }
}

export function mainTables(trend: Trend): readonly TrendTable[] {
  return [periodTable(trend), ...(trend.units.length === 1 ? [] : [unitTable(trend)]), typeTable(trend)]
}

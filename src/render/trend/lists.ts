import type { ComparedPairs, Counted, Trend, YearOnYear } from '../../model/trend.ts'
import { type List, numbers, words } from '../list/list.ts'
import { figuresText, noReturn, pairText, periodRows, untilText, untyped } from './words.ts'

/** Figures of one unit or of all in one round; null: no return. */
interface ShownCount extends Counted {
  readonly isWhole: boolean
}

function shownText(shown: ShownCount | null): string {
  return shown === null ? noReturn : figuresText(shown.all, shown.isWhole)
}

function shownTotals({ totals }: Trend): readonly (ShownCount | null)[] {
  return totals.map((total) => (total.units.length === 0 ? null : total))
}

function periodList(trend: Trend): List {
  return {
    id: 'periods',
    title: '各期的报送和统计期间',
    columns: words('期次', '截止日', '有记录', '统计截止日', '统计期间'),
    rows: periodRows(trend),
    notes: [],
  }
}

/** A page is wide enough for so many rounds side by side; more of them stand one below the other. */
const mostColumns = 10

interface Named {
  readonly id: string
  readonly title: string
  /** What the rows are of. */
  readonly first: string
}

/** Rounds from left to right, or downwards where they are many. */
function byRound({ id, title, first }: Named, { rounds }: Trend, rows: readonly (readonly string[])[]): List {
  const ids = rounds.map((round) => round.id)
  const body =
    ids.length <= mostColumns
      ? { columns: [...words(first), ...numbers(...ids)], rows }
      : {
          columns: [...words(`期次＼${first}`), ...numbers(...rows.map(([name = '']) => name))],
          rows: ids.map((round, at) => [round, ...rows.map((cells) => cells[at + 1] ?? '')]),
        }
  return { id, title, ...body, notes: [] }
}

function unitList(trend: Trend): List {
  const rows = trend.units.map(({ unit, cells }) => [unit, ...cells.map(shownText)])
  const sum = ['合计', ...shownTotals(trend).map(shownText)]
  return byRound({ id: 'units', title: '各单位', first: '单位' }, trend, [...rows, sum])
}

/** A row a type, and their sum. */
function typeRows(counted: readonly (ShownCount | null)[], types: Trend['types']): readonly string[][] {
  const rows = types.map((type) => [
    type ?? untyped,
    ...counted.map((one) => {
      const own = one?.byType.find((each) => each.type === type)
      return own === undefined ? noReturn : figuresText(own, one?.isWhole === true)
    }),
  ])
  return [...rows, ['合计', ...counted.map(shownText)]]
}

function typeList(trend: Trend): List {
  const title = trend.units.length === 1 ? '各类型' : '各类型（有记录的单位合计）'
  return byRound({ id: 'types', title, first: '案件类型' }, trend, typeRows(shownTotals(trend), trend.types))
}

/** Of each unit its types; a unit that never handed in has none. */
export function unitTypeLists(trend: Trend): readonly List[] {
  return trend.units
    .filter(({ cells }) => cells.some((cell) => cell !== null))
    .map(({ unit, cells }, at) => {
      const named = { id: `types-of-unit-${at}`, title: unit, first: '案件类型' }
      return byRound(named, trend, typeRows(cells, trend.types))
    })
}

function comparedCells({ filed, closed }: ComparedPairs): readonly string[] {
  return [pairText(filed), pairText(closed)]
}

export function yearOnYearList({ round, before, units, notCompared, all, byType }: YearOnYear): List {
  const apart =
    notCompared.length === 0 ? [] : [`没有比的：${notCompared.join('、')}（没有两期都报，或不是全年累计）。`]
  const named = { id: `year-on-year-${round}`, title: `同比：${round} 期与 ${before} 期` }
  if (units.length === 0) return { ...named, columns: [], rows: [], notes: apart }
  return {
    ...named,
    columns: [...words('单位、类型'), ...numbers('立案', '结案', '算到')],
    rows: [
      ...units.map((one) => [one.unit, ...comparedCells(one), untilText(one.until)]),
      ...byType.map((one) => [one.type ?? untyped, ...comparedCells(one), '']),
      [`合计（${units.length} 个单位）`, ...comparedCells(all), ''],
    ],
    notes: ['上年 → 本年。两年都从 1 月 1 日算到同一天，即两个统计截止日里早的一天。', ...apart],
  }
}

export function mainLists(trend: Trend): readonly List[] {
  return [periodList(trend), ...(trend.units.length === 1 ? [] : [unitList(trend)]), typeList(trend)]
}

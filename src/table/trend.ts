import type { CaseType } from '../model/case-type.ts'
import { type IsoDate, yearOf } from '../model/date.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import type {
  Counted,
  CountedReturn,
  Figures,
  RoundTotal,
  Trend,
  TrendCell,
  TrendRound,
  UnitTrend,
} from '../model/trend.ts'
import { isClosedIn, isFiledIn, isWhole, type Window, windowOf } from './counted-days.ts'
import { toldLaterOf } from './told-later.ts'
import { yearOnYearOf } from './year-on-year.ts'

type Types = readonly (CaseType | null)[]

function figuresOf({ cases, known }: CountedReturn, window: Window, types: Types): Figures {
  const own = (list: readonly PreviousCase[]) => list.filter(({ type }) => types.includes(type))
  return {
    filed: own(known).filter((c) => isFiledIn(c, window)).length,
    closed: own(known).filter((c) => isClosedIn(c, window)).length,
    open: own(cases).filter(({ open }) => open).length,
    cases: own(cases).length,
  }
}

function cellOf(made: CountedReturn, types: Types): TrendCell {
  const { round, day, period, end } = made
  const window = windowOf(made)
  return {
    round,
    day,
    period,
    ...window,
    end,
    isWhole: isWhole(made),
    all: figuresOf(made, window, types),
    byType: types.map((type) => ({ type, ...figuresOf(made, window, [type]) })),
  }
}

function sum(figures: readonly Figures[]): Figures {
  const of = (key: keyof Figures) => figures.reduce((total, one) => total + one[key], 0)
  return { filed: of('filed'), closed: of('closed'), open: of('open'), cases: of('cases') }
}

function sumOf(counted: readonly Counted[], types: Types): Counted {
  const ofType = (type: CaseType | null) =>
    counted.flatMap(({ byType }) => byType.filter((one) => one.type === type))
  return {
    all: sum(counted.map(({ all }) => all)),
    byType: types.map((type) => ({ type, ...sum(ofType(type)) })),
  }
}

function commonest(years: readonly number[], otherwise: number): number {
  const times = (year: number) => years.filter((each) => each === year).length
  return years.toSorted((one, other) => times(other) - times(one) || one - other)[0] ?? otherwise
}

function totalOf({ id, year }: TrendRound, units: readonly UnitTrend[], types: Types): RoundTotal {
  const cells = units.flatMap(({ unit, cells: own }) =>
    own.flatMap((cell) => (cell?.round === id ? [{ unit, cell }] : [])),
  )
  const counted = cells.filter(({ cell }) => yearOf(cell.from) === year)
  const others = cells.filter(({ cell }) => yearOf(cell.from) !== year)
  return {
    round: id,
    units: counted.map(({ unit }) => unit),
    otherYear: others.map(({ unit }) => unit),
    isWhole: counted.every(({ cell }) => cell.isWhole),
    ...sumOf(
      counted.map(({ cell }) => cell),
      types,
    ),
  }
}

export interface TrendQuestion {
  readonly returns: readonly CountedReturn[]
  /** In their order, also those of which nothing is recorded. */
  readonly rounds: readonly { readonly id: string; readonly due: IsoDate | null }[]
  /** In the notice's order, and then those it does not name. */
  readonly units: readonly { readonly unit: string; readonly isExpected: boolean }[]
  readonly types: readonly CaseType[]
}

export function trendOf({ returns, rounds, units, types }: TrendQuestion): Trend {
  const found = new Set(returns.flatMap(({ cases, known }) => [...cases, ...known].map(({ type }) => type)))
  const all: Types = [...new Set([...types, ...[...found].filter((type) => type !== null)])]
  const shown = found.has(null) ? [...all, null] : all
  const ofRound = (id: string) => returns.filter(({ round }) => round === id)
  const judged = rounds.map(({ id, due }) => {
    const years = ofRound(id).map((made) => yearOf(windowOf(made).from))
    return { id, due, year: commonest(years, Number(id.slice(0, 4))) }
  })
  const trends = units.map(({ unit, isExpected }) => ({
    unit,
    isExpected,
    cells: rounds.map(({ id }) => {
      const made = ofRound(id).find((one) => one.unit === unit)
      return made ? cellOf(made, shown) : null
    }),
  }))
  return {
    rounds: judged,
    types: shown,
    units: trends,
    totals: judged.map((round) => totalOf(round, trends, shown)),
    yearOnYear: yearOnYearOf(returns, judged, shown),
    toldLater: toldLaterOf(returns),
  }
}

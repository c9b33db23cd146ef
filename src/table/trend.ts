import type { CaseType } from '../model/case-type.ts'
import { createContinuity } from '../model/continuity.ts'
import { type IsoDate, isoDate, yearOf } from '../model/date.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import type {
  Counted,
  CountedReturn,
  Figures,
  RoundTotal,
  ToldLater,
  Trend,
  TrendCell,
  TrendRound,
  UnitTrend,
} from '../model/trend.ts'
import { isClosedIn, isFiledIn, isWhole, type Window, windowOf } from './counted-days.ts'
import { yearOnYearOf } from './year-on-year.ts'

function yearIn(made: CountedReturn): number {
  return yearOf(windowOf(made).from)
}

/** Which of `now` is which of what was known before; one that nobody knew is not in it. */
function pairsOf(known: readonly PreviousCase[], now: readonly PreviousCase[]) {
  const continuity = createContinuity(known, (c: PreviousCase) => c)
  for (const c of now) continuity.meet(c)
  return continuity.pairs()
}

function newsOf(last: CountedReturn, next: CountedReturn): Omit<ToldLater, 'year'> {
  const year = yearIn(last)
  const whole = { from: windowOf(last).from, to: isoDate(year, 12, 31) as IsoDate }
  const pairs = pairsOf(last.known, next.cases)
  return {
    filed: next.cases.filter((c) => !pairs.has(c) && isFiledIn(c, whole)).length,
    closed: next.cases.filter((c) => isClosedIn(c, whole) && pairs.get(c)?.open !== false).length,
  }
}

/**
 * The returns in the order of their rounds. Between the last return of a year and its end cases are filed and closed that only the next year's first return
 * shows: they stand in no round's figures of either year. They are counted here, so that they are named at least.
 */
function toldLaterOf(returns: readonly CountedReturn[]): readonly ToldLater[] {
  const news = returns.flatMap((last, at) => {
    const next = returns.slice(at + 1).find(({ unit }) => unit === last.unit)
    return next && yearIn(next) > yearIn(last) ? [{ year: yearIn(last), ...newsOf(last, next) }] : []
  })
  const years = [...new Set(news.map(({ year }) => year))].sort()
  return years
    .map((year) => {
      const own = news.filter((one) => one.year === year)
      return {
        year,
        filed: own.reduce((total, one) => total + one.filed, 0),
        closed: own.reduce((total, one) => total + one.closed, 0),
      }
    })
    .filter(({ filed, closed }) => filed + closed > 0)
}

type CountedTypes = readonly (CaseType | null)[]

function figuresOf({ cases, known }: CountedReturn, window: Window, types: CountedTypes): Figures {
  const own = (list: readonly PreviousCase[]) => list.filter(({ type }) => types.includes(type))
  return {
    filed: own(known).filter((c) => isFiledIn(c, window)).length,
    closed: own(known).filter((c) => isClosedIn(c, window)).length,
    open: own(cases).filter(({ open }) => open).length,
    cases: own(cases).length,
  }
}

function cellOf(made: CountedReturn, types: CountedTypes): TrendCell {
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

function sumOf(counted: readonly Counted[], types: CountedTypes): Counted {
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

function totalOf({ id, year }: TrendRound, units: readonly UnitTrend[], types: CountedTypes): RoundTotal {
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
  const all: CountedTypes = [...new Set([...types, ...[...found].filter((type) => type !== null)])]
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

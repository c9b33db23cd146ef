import type { CaseType } from '../model/case-type.ts'
import type { IsoDate } from '../model/date.ts'
import type {
  ComparedPairs,
  CountedReturn,
  Pair,
  TrendRound,
  UnitYearOnYear,
  YearOnYear,
} from '../model/trend.ts'
import { isClosedIn, isFiledIn, isWhole, windowOf } from './counted-days.ts'

type ComparedTypes = readonly (CaseType | null)[]

/** Both years are counted to the same day: three days more would be called growth. */
function comparedOf(
  now: CountedReturn,
  before: CountedReturn,
  until: string,
  types: ComparedTypes,
): ComparedPairs {
  const pairOf = (counts: typeof isFiledIn): Pair => {
    const countIn = (made: CountedReturn): number => {
      const { from } = windowOf(made)
      // 02-29 of a year without it lies behind every day of February, which is what is meant.
      const window = { from, to: `${from.slice(0, 5)}${until}` as IsoDate }
      return made.known.filter((c) => types.includes(c.type) && counts(c, window)).length
    }
    return { now: countIn(now), before: countIn(before) }
  }
  return { filed: pairOf(isFiledIn), closed: pairOf(isClosedIn) }
}

function monthDay(made: CountedReturn): string {
  return windowOf(made).to.slice(5)
}

function unitOf(now: CountedReturn, before: CountedReturn, types: ComparedTypes): UnitYearOnYear {
  const [until = ''] = [monthDay(now), monthDay(before)].sort()
  return {
    unit: now.unit,
    until,
    ...comparedOf(now, before, until, types),
    byType: types.map((type) => ({ type, ...comparedOf(now, before, until, [type]) })),
  }
}

function sum(compared: readonly ComparedPairs[]): ComparedPairs {
  const of = (key: keyof ComparedPairs): Pair => ({
    now: compared.reduce((total, one) => total + one[key].now, 0),
    before: compared.reduce((total, one) => total + one[key].before, 0),
  })
  return { filed: of('filed'), closed: of('closed') }
}

function yearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`
}

function isComparable(now: CountedReturn, before: CountedReturn): boolean {
  return isWhole(now) && isWhole(before) && windowOf(before).from === yearBefore(windowOf(now).from)
}

/** Of each round that the year before had, too. The units that did not return both are named, and in neither sum. */
export function yearOnYearOf(
  returns: readonly CountedReturn[],
  rounds: readonly TrendRound[],
  types: ComparedTypes,
): readonly YearOnYear[] {
  return rounds.flatMap(({ id }) => {
    const before = yearBefore(id)
    const [now, then] = [id, before].map((round) => returns.filter((made) => made.round === round))
    if (!now?.length || !then?.length) return []
    const pairs = now.flatMap((made) =>
      then
        .filter((other) => other.unit === made.unit && isComparable(made, other))
        .map((other) => unitOf(made, other, types)),
    )
    const compared = new Set(pairs.map(({ unit }) => unit))
    const all = new Set([...now, ...then].map(({ unit }) => unit))
    const ofType = (type: CaseType | null) =>
      pairs.flatMap(({ byType }) => byType.filter((one) => one.type === type))
    return [
      {
        round: id,
        before,
        units: pairs,
        notCompared: [...all].filter((unit) => !compared.has(unit)),
        all: sum(pairs),
        byType: types.map((type) => ({ type, ...sum(ofType(type)) })),
      },
    ]
  })
}

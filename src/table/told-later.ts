import { createContinuity } from '../model/continuity.ts'
import { type IsoDate, isoDate, yearOf } from '../model/date.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import type { CountedReturn, ToldLater } from '../model/trend.ts'
import { isClosedIn, isFiledIn, windowOf } from './counted-days.ts'

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
export function toldLaterOf(returns: readonly CountedReturn[]): readonly ToldLater[] {
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

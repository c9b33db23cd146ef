import { type IsoDate, isoDate, yearOf } from '../model/date.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import type { CountedReturn } from '../model/trend.ts'

/**
 * Tables of different rounds cannot be compared by their rows: one lists a year, another what is new since the last.
 * What they have in common are the days their cases were filed and closed. So each round is counted from the first of
 * January to the last day of its table, whatever the table's period, and only what is open is counted in the table.
 */
export interface Window {
  readonly from: IsoDate
  readonly to: IsoDate
}

/** The year of the round; but a table that ends before it, as one of last month does in January, counts its own. */
export function windowOf({ round, end }: Pick<CountedReturn, 'round' | 'end'>): Window {
  const year = Math.min(Number(round.slice(0, 4)), yearOf(end))
  const [from = end, last = end] = [isoDate(year, 1, 1), isoDate(year, 12, 31)]
  return { from, to: end < last ? end : last }
}

export function isWithin(day: string | null, { from, to }: Window): boolean {
  return day !== null && day >= from && day <= to
}

/** A penalty imposed on the spot has no 立案时间 and counts as filed when it was closed. */
export function isFiledIn({ filed, closed }: PreviousCase, window: Window): boolean {
  return isWithin(filed ?? closed, window)
}

export function isClosedIn({ open, closed }: PreviousCase, window: Window): boolean {
  return !open && isWithin(closed, window)
}

/** Whether what was handed in tells of all these days. */
export function isWhole(made: CountedReturn): boolean {
  return made.knownFrom === null || made.knownFrom <= windowOf(made).from
}

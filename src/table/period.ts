import { type Case, isClosed } from '../model/case.ts'
import { type IsoDate, isoDate, yearOf } from '../model/date.ts'
import type { AskedPeriod } from '../model/period.ts'
import type { ShownBefore } from '../model/shown-before.ts'
import type { Period } from '../model/table.ts'
import { filingDayOf } from './period-end.ts'

/** What is asked for, on the day to judge by: nothing is counted that has not come yet. */
export function periodOf(asked: AskedPeriod, asOf: IsoDate): Period {
  const { name } = asked
  if ('from' in asked) return { name, from: asked.from, to: asked.to < asOf ? asked.to : asOf }
  return { name, from: name === 'year-to-date' ? (isoDate(yearOf(asOf), 1, 1) ?? null) : null, to: asOf }
}

function isSinceLast({ name }: Period): boolean {
  return name === 'since-last'
}

function isWithin(date: IsoDate | null | undefined, from: IsoDate, to: IsoDate): boolean {
  return date !== null && date !== undefined && date >= from && date <= to
}

function isOpenAtEnd(c: Case, to: IsoDate): boolean {
  const filed = filingDayOf(c)
  if (filed !== null && filed > to) return false
  return !isClosed(c) || (c.closed !== null && c.closed !== undefined && c.closed > to)
}

/**
 * `since-last` does not go by days but by what was returned: a case is due until a return has shown it closed, so that
 * one closed between handing in and the due day, or entered late, still reaches a return. Without an archive that
 * knows a return, `shown` is absent and everything is due.
 */
export function isInPeriod(c: Case, period: Period, shown?: ShownBefore): boolean {
  const { from, to } = period
  if (isSinceLast(period)) return shown?.get(c)?.open !== false
  if (from === null) return true
  return isWithin(filingDayOf(c), from, to) || isWithin(c.closed, from, to) || isOpenAtEnd(c, to)
}

import { type Case, isClosed } from '../model/case.ts'
import type { ShownBefore } from '../model/continuity.ts'
import { type IsoDate, isoDate, yearOf } from '../model/date.ts'
import type { AskedPeriod } from '../model/period.ts'
import type { Period } from '../model/table.ts'

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

/** The day a case is counted by as filed: a penalty imposed on the spot has no 立案时间. null: no day is known. */
export function filingDayOf(c: Case): IsoDate | null {
  return c.filed ?? c.decided ?? c.closed ?? null
}

/** Whether the log knows of it, but it came only after the last day of the period. */
export function isClosedLater(c: Case, end: IsoDate): boolean {
  return c.closed !== null && c.closed !== undefined && c.closed > end && isClosed(c)
}

/**
 * The case as it stood on the period's last day. One that was closed later was open then: nobody could have written
 * how it ended or where that was published. 备注 stays: it may say something of the case itself.
 */
export function atPeriodEnd(c: Case, end: IsoDate): Case {
  if (!isClosedLater(c, end)) return c
  const text = { ...c.text, closed: '', outcome: '', published: '', url: '' }
  return { ...c, text, closed: null, outcome: null, published: null, url: null }
}

/** 上期结转: filed before the period, by the day a case is counted by. Without a first day nothing comes before it. */
export function isCarried(c: Case, { from }: Period): boolean {
  const filed = filingDayOf(c)
  return from !== null && filed !== null && filed < from
}

import { type Case, isClosed } from '../model/case.ts'
import { addDays, type IsoDate, isoDate, yearOf } from '../model/date.ts'
import type { Period, PeriodName } from '../model/table.ts'

/** `lastReturn`: the last return's day with an archive, else the previous due day; null where neither is known. */
export function periodOf(name: PeriodName, asOf: IsoDate, lastReturn: IsoDate | null): Period {
  const from = {
    all: null,
    'year-to-date': isoDate(yearOf(asOf), 1, 1) ?? null,
    'since-last': lastReturn === null ? null : addDays(lastReturn, 1),
  }[name]
  return { name, from, to: asOf }
}

function isWithin(date: IsoDate | null | undefined, from: IsoDate, to: IsoDate): boolean {
  return date !== null && date !== undefined && date >= from && date <= to
}

function isOpenAtEnd(c: Case, to: IsoDate): boolean {
  if (c.filed && c.filed > to) return false
  return !isClosed(c) || (c.closed !== null && c.closed !== undefined && c.closed > to)
}

export function isInPeriod(c: Case, { from, to }: Period): boolean {
  return from === null || isWithin(c.filed, from, to) || isWithin(c.closed, from, to) || isOpenAtEnd(c, to)
}

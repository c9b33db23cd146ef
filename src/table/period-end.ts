import { type Case, isClosed } from '../model/case.ts'
import type { IsoDate } from '../model/date.ts'
import type { Period } from '../model/table.ts'

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

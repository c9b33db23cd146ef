import type { Case } from '../model/case.ts'
import type { IsoDate } from '../model/date.ts'
import type { LeftOutCase } from '../model/report.ts'
import type { ShownBefore } from '../model/shown-before.ts'
import { filingDayOf } from './period-end.ts'

export interface Between {
  /** Every case read, in the order of reading. */
  readonly cases: readonly Case[]
  readonly kept: readonly Case[]
  /** Of the others, in the same order. */
  readonly leftOut: readonly LeftOutCase[]
  /** Absent without an archive. */
  readonly shown: ShownBefore | undefined
  /** The last due day of the year before the period; null: there is none. */
  readonly lastDue: IsoDate | null
  /** The last day of the period: what was filed later is not late for anything. */
  readonly end: IsoDate
}

/**
 * Cases that the period leaves out and no return has shown: they would reach no return at all. An archive knows which
 * these are. Without one, whoever closed a case after the last due day of a year has had no return to put it in, and a
 * table of the new year leaves it out.
 */
export function neverReturned({ cases, kept, leftOut, shown, lastDue, end }: Between): readonly Case[] {
  const inTable = new Set(kept)
  const others = cases.filter((c) => !inTable.has(c))
  const outside = others.filter((_, at) => leftOut[at]?.reason === 'period')
  if (shown !== undefined) return outside.filter((c) => !shown.has(c))
  return outside.filter((c) => {
    const filed = filingDayOf(c)
    return lastDue !== null && c.closed && c.closed > lastDue && filed !== null && filed <= end
  })
}

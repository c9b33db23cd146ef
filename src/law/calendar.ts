import type { IsoDate } from '../model/date.ts'

/** Which days are worked. Outside `years` nothing has been published, so nothing is known. */
export interface Calendar {
  readonly years: ReadonlySet<number>
  /** Days off other than plain weekends, by the holiday's name. */
  readonly daysOff: ReadonlyMap<IsoDate, string>
  /** Saturdays and Sundays that are worked (调休). */
  readonly workingDays: ReadonlySet<IsoDate>
}

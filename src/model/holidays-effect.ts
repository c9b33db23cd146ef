import type { IsoDate } from './date.ts'
import type { DayOff, JudgedRound } from './round.ts'

/** What looks wrong in a file of days off, and yet may be lawful. */
export type HolidaysDoubt =
  | { readonly kind: 'working-weekday' | 'off-and-working'; readonly date: IsoDate }
  | { readonly kind: 'holiday-missing'; readonly name: string }

export interface ChangedDay {
  readonly date: IsoDate
  readonly from: DayOff
  readonly to: DayOff
}

export interface ChangedRound {
  readonly from: JudgedRound
  readonly to: JudgedRound
}

/** What a `--holidays` file says, and what becomes different because of it. */
export interface HolidaysEffect {
  readonly path: string
  readonly year: number
  /** In the order of their first days; one holiday may stand in several places. */
  readonly holidays: readonly { readonly name: string; readonly days: readonly IsoDate[] }[]
  readonly workingDays: readonly IsoDate[]
  /** Whether the program knew nothing of the year before. */
  readonly isNewYear: boolean
  /** Days that the program knew otherwise. */
  readonly changedDays: readonly ChangedDay[]
  readonly changedRounds: readonly ChangedRound[]
  readonly doubts: readonly HolidaysDoubt[]
}

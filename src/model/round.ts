import type { IsoDate } from './date.ts'

export interface Round {
  /** `2024-06`; the whole date where two fall into one month. */
  readonly id: string
  readonly due: IsoDate
  /** The last day on time: the due day itself, or the day before where 前 excludes it. */
  readonly lastDay: IsoDate
  /** Said wherever the round is, when its date is inferred from another year's notice. */
  readonly assumption: string | null
}

export type RoundStatus = 'open' | 'due-today' | 'overdue' | 'past' | 'submitted' | 'submitted-late'

/** The holiday's name, 周末, null on a working day; unknown where that year's calendar is not published. */
export type DayOff = string | null | 'unknown'

/** How many of the units that the notice names have handed in. */
export interface Received {
  readonly expected: number
  readonly received: number
}

export interface JudgedRound extends Round {
  readonly status: RoundStatus
  /** Calendar days to the last day on time, negative afterwards. */
  readonly daysLeft: number
  /** null: a day it needs is unknown. */
  readonly workingDaysLeft: number | null
  /** Up to the last day on time; null: a day it needs is unknown. */
  readonly lastWorkingDay: IsoDate | null
  readonly dayOff: DayOff
  readonly lastDayOff: DayOff
  readonly submittedOn: IsoDate | null
  /** For whoever collects; absent where the rounds are one unit's. */
  readonly received?: Received
}

export interface Submission {
  readonly round: string
  readonly submittedOn: IsoDate
  /** The day is that of a file, which may be that of the download: it makes nobody late. */
  readonly isOfFile?: boolean
}

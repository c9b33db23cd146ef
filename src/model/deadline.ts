import type { IsoDate } from './date.ts'
import type { IncompleteRound, RosterUnit } from './roster.ts'
import type { JudgedRound } from './round.ts'

export interface Deadline {
  readonly asOf: IsoDate
  readonly programme: {
    readonly id: string
    readonly name: string
    /** Whether 前 includes the day itself. */
    readonly inclusive: boolean
    readonly deliverables: readonly string[]
  }
  /** In order: those of the year of `asOf`, and the current one if it lies in another year. */
  readonly rounds: readonly JudgedRound[]
  /** null where nothing is due, now or later. */
  readonly current: JudgedRound | null
  /** Why that one is the current one, or why there is none. */
  readonly reason: string
  /** For whoever collects: each unit in the current round, and the earlier rounds that are not complete. */
  readonly roster?: {
    readonly units: readonly RosterUnit[]
    readonly incomplete: readonly IncompleteRound[]
  }
}

export interface Reminder {
  readonly round: JudgedRound
  readonly alarms: readonly { readonly day: IsoDate; readonly workingDaysBefore: number }[]
  /** A year whose calendar is not published: its alarms count Monday to Friday. */
  readonly unpublishedYear: number | null
}

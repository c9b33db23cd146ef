import type { Deadline, Reminder } from '../../model/deadline.ts'
import type { Look } from '../../model/look.ts'

export interface DeadlineReport {
  readonly deadline: Deadline
  /** For a calendar, which looks further ahead than the table. */
  readonly reminders: readonly Reminder[]
  readonly exitCode: number
}

export type DeadlineFormat = (report: DeadlineReport, look: Look) => string

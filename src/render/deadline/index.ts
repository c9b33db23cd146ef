import type { Deadline, Reminder } from '../../model/deadline.ts'
import type { Look } from '../../model/look.ts'

export interface DeadlineReport {
  readonly deadline: Deadline
  /** For a calendar, which looks further ahead than the table. */
  readonly reminders: readonly Reminder[]
  readonly exitCode: number
}

export type DeadlineFormat = (report: DeadlineReport, look: Look) => string

export const deadlineFormats = {
  text: { extensions: ['.txt'], load: async () => (await import('./text.ts')).deadlineText },
  json: { extensions: ['.json'], load: async () => (await import('./json.ts')).deadlineJson },
  ics: { extensions: ['.ics'], load: async () => (await import('./ics.ts')).deadlineIcs },
} as const satisfies Readonly<
  Record<string, { readonly extensions: readonly string[]; readonly load: () => Promise<DeadlineFormat> }>
>

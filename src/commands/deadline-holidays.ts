import type { Io } from '../io/io.ts'
import type { Deadline } from '../model/deadline.ts'
import { writeHolidaysEffect } from '../outputs/deadline-outputs.ts'
import { holidaysEffect } from '../returns/holidays-effect.ts'

interface Rounds {
  /** As they would stand without the file. */
  readonly without: () => Deadline
  readonly given: Deadline
}

/** What a file of days off holds, and what it changes of the rounds. */
export async function sayHolidays(
  { holidays, quiet }: { readonly holidays: string | undefined; readonly quiet: boolean },
  { without, given }: Rounds,
  io: Io,
): Promise<void> {
  if (holidays === undefined || quiet) return
  await writeHolidaysEffect(await holidaysEffect(holidays, { without: without(), given }, io), io)
}

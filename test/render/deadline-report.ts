import { day } from '../../src/model/date.ts'
import type { Look } from '../../src/model/look.ts'
import type { Submission } from '../../src/model/round.ts'
import type { Programme } from '../../src/programmes/programme.ts'
import type { DeadlineReport } from '../../src/render/deadline/index.ts'
import { deadlineOf } from '../../src/rounds/deadline.ts'
import { remindersOf } from '../../src/rounds/reminders.ts'

export const plain: Look = { color: false, columns: undefined, quiet: false }

export function reportOf(
  programme: Programme,
  asOf: string,
  receipts: readonly Submission[] = [],
): DeadlineReport {
  const deadline = deadlineOf({ programme, asOf: day(asOf), receipts })
  return { deadline, reminders: remindersOf(deadline.rounds), exitCode: 0 }
}

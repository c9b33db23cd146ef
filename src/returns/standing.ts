import { UserError } from '../io/io.ts'
import type { Deadline } from '../model/deadline.ts'
import type { Receipt } from '../model/round.ts'
import { deadlineOf } from '../rounds/deadline.ts'
import { roundNamed } from '../rounds/named-round.ts'
import type { Preparation } from './preparation.ts'

/** How the rounds stand on the day to judge by, with the one the user names or the one the day belongs to. */
export function standingOf(
  { programme, settings: { asOf }, calendar }: Preparation,
  roundText: string | undefined,
  receipts?: readonly Receipt[],
): Deadline {
  const named = roundText === undefined ? undefined : roundNamed(programme, roundText, asOf)
  if (named && 'message' in named) throw new UserError(named.message, named.remedy)
  return deadlineOf({
    programme,
    asOf,
    ...(named && { named }),
    ...(receipts && { receipts }),
    ...(calendar && { calendar }),
  })
}

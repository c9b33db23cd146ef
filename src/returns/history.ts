import type { Receipt } from '../archive/receipt.ts'
import { type Io, UserError } from '../io/io.ts'
import type { Deadline } from '../model/deadline.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import type { Comparison } from '../model/report.ts'
import type { Submission } from '../model/round.ts'
import type { Skipped } from '../model/run.ts'
import { roundNamed } from '../rounds/current-round.ts'
import { deadlineOf } from '../rounds/deadline.ts'
import { earlierOf, handedIn, unitMeant, unitsIn, unnamed } from './handed-in.ts'
import type { Setup } from './setup.ts'

/** What the archive knows of a unit, and how its rounds stand. */
export interface History {
  readonly deadline: Deadline
  readonly previous: Receipt | undefined
  /** Every case a return has shown, as the latest that showed it did; absent where no return is known. */
  readonly lastShown: readonly PreviousCase[] | undefined
  readonly comparison: Comparison
  /** Receipts that prove nothing, passed over. */
  readonly damaged: readonly Skipped[]
}

/** How the rounds stand on the day to judge by, with the one the user names or the one the day belongs to. */
export function deadlineFor(
  { programme, settings: { asOf }, calendar }: Pick<Setup, 'programme' | 'settings' | 'calendar'>,
  roundText: string | undefined,
  receipts?: readonly Submission[],
  yearsAhead = 0,
): Deadline {
  const named = roundText === undefined ? undefined : roundNamed(programme, roundText, asOf)
  if (named && 'message' in named) throw new UserError(named.message, named.remedy)
  return deadlineOf({
    programme,
    asOf,
    yearsAhead,
    ...(named && { named }),
    ...(receipts && { receipts }),
    ...(calendar && { calendar }),
  })
}

function comparisonWith(previous: Receipt | undefined): Comparison {
  if (previous === undefined) return 'first-return'
  const { round, day, file, cases } = previous
  return { round, day, file: file.name, cases: cases.length }
}

export async function historyOf(
  unit: string | null,
  setup: Setup,
  round: string | undefined,
  io: Io,
): Promise<History> {
  const { settings, programme } = setup
  const { archive, asOf } = settings
  if (archive !== undefined && unit === null && setup.asked.name === 'since-last') {
    const why = '--period since-last 要对照以往的报送，不知道是哪个单位的台账'
    throw unnamed(why, await unitsIn(archive, programme, io))
  }
  if (archive === undefined || unit === null) {
    const comparison = archive === undefined ? 'no-archive' : 'no-unit'
    const deadline = deadlineFor(setup, round)
    return { deadline, previous: undefined, lastShown: undefined, comparison, damaged: [] }
  }
  const wanted = { name: unit, isAsked: settings.unit !== undefined }
  const known = await handedIn(
    { archive, unit: await unitMeant(wanted, { archive, programme }, io) },
    programme,
    io,
  )
  const deadline = deadlineFor(setup, round, known.submissions)
  const earlier = await earlierOf(known, { programme, asOf }, deadline)
  return {
    deadline,
    previous: earlier?.previous,
    lastShown: earlier?.shown,
    comparison: comparisonWith(earlier?.previous),
    damaged: known.damaged,
  }
}

/**
 * The same for a return to be recorded: its round is the earliest not handed in, but none that lies further ahead than
 * the calendar's own. Else a return recorded twice by mistake would count for the next round.
 */
export async function historyToRecord(
  unit: string | null,
  setup: Setup,
  round: string | undefined,
  io: Io,
): Promise<History> {
  const history = await historyOf(unit, setup, round, io)
  if (round !== undefined) return history
  const { current: usual, reason } = deadlineFor(setup, undefined)
  const { current } = history.deadline
  if (usual === null || (current !== null && current.due <= usual.due)) return history
  const recorded = await historyOf(unit, setup, usual.id, io)
  return { ...recorded, deadline: { ...recorded.deadline, reason } }
}

import type { Receipt } from '../archive/receipt.ts'
import type { Io } from '../io/io.ts'
import type { Deadline } from '../model/deadline.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import type { Comparison } from '../model/report.ts'
import type { Skipped } from '../model/run.ts'
import { earlierOf, handedIn, unitMeant } from './handed-in.ts'
import type { Inputs } from './inputs.ts'
import { comparedWith, type Preparation } from './preparation.ts'
import { standingOf } from './standing.ts'
import { unitNamedIn } from './whose.ts'

/** What is known of a return before it is checked. */
export interface Background {
  /** With the previous return, where there is one, for the rules that compare. */
  readonly prepared: Preparation
  readonly inputs: Inputs
  /** Receipts that prove nothing, passed over. */
  readonly damaged: readonly Skipped[]
  readonly deadline: Deadline
  readonly previous: Receipt | undefined
  /** Every case a return has shown, as the latest that showed it did; absent where no return is known. */
  readonly lastShown: readonly PreviousCase[] | undefined
  readonly comparison: Comparison
}

export async function sayDamaged({ damaged }: Background, io: Io): Promise<void> {
  await io.err.write(damaged.map(({ path, reason }) => `${path} ${reason}\n`).join(''))
}

function comparisonWith(previous: Receipt | undefined): Comparison {
  if (previous === undefined) return 'first-return'
  const { round, day, file, cases } = previous
  return { round, day, file: file.name, cases: cases.length }
}

/** What the user says and names. */
export interface Known {
  readonly prepared: Preparation
  readonly inputs: Inputs
}

export async function backgroundOf(
  { prepared, inputs }: Known,
  round: string | undefined,
  io: Io,
): Promise<Background> {
  const { settings, programme } = prepared
  const plain = { prepared, inputs, damaged: [], previous: undefined, lastShown: undefined }
  if (settings.archive === undefined) {
    return { ...plain, deadline: standingOf(prepared, round), comparison: 'no-archive' }
  }
  const named =
    settings.unit === undefined ? await unitNamedIn(inputs, prepared) : { unit: settings.unit, inputs }
  if (named.unit === null) {
    const deadline = standingOf(prepared, round)
    return { ...plain, inputs: named.inputs, deadline, comparison: 'no-unit' }
  }
  const { archive } = settings
  const wanted = { name: named.unit, isAsked: settings.unit !== undefined }
  const unit = await unitMeant(wanted, { archive, programme }, io)
  const known = await handedIn({ archive, unit }, programme, io)
  const deadline = standingOf(prepared, round, known.submissions)
  const earlier = await earlierOf(known, { programme, asOf: settings.asOf }, deadline)
  const { logs, skipped, failures } = named.inputs
  return {
    prepared: earlier ? comparedWith(prepared, earlier.shown) : prepared,
    inputs: { logs, failures, skipped: [...skipped, ...known.damaged] },
    damaged: known.damaged,
    deadline,
    previous: earlier?.previous,
    lastShown: earlier?.shown,
    comparison: comparisonWith(earlier?.previous),
  }
}

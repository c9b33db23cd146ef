import type { IsoDate } from './date.ts'
import type { Submission } from './round.ts'

/** A return that a unit handed in, of an archive that holds several units'. */
export interface UnitSubmission extends Submission {
  /** The day is not one that somebody noted: it is the form's or the file's. */
  readonly isPresumed: boolean
  readonly unit: string
  readonly cases: number
  /** A return without a case, of a log without an error. */
  readonly isNil: boolean
}

/** How a unit stands in one round: nil is on time and without a case; awaited until the last day, then missing. */
export type RosterStatus = 'on-time' | 'late' | 'nil' | 'awaited' | 'missing'

export interface RosterUnit {
  readonly unit: string
  /** false: it handed in, and the notice does not name it. */
  readonly isExpected: boolean
  readonly status: RosterStatus
  /** null: no return is recorded. */
  readonly submittedOn: IsoDate | null
  readonly isPresumed: boolean
  readonly cases: number | null
}

/** A round that is over and whose returns are not complete. */
export interface IncompleteRound {
  readonly round: string
  readonly missing: readonly string[]
}

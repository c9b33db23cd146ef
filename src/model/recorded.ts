import type { ReceivedFrom } from './collected.ts'
import type { IsoDate } from './date.ts'
import type { Counts } from './finding.ts'
import type { Comparison } from './report.ts'
import type { JudgedRound } from './round.ts'

export interface RecordedReturn {
  readonly path: string
  readonly unit: string
  readonly period: string
  readonly day: IsoDate
  readonly cases: number
  /** Read, and not in the table. */
  readonly leftOut: number
  readonly revision: number
  readonly counts: Counts
  readonly comparison: Comparison
  /** As it stood before; null for a programme without dates. */
  readonly round: JudgedRound | null
  /** Why it counts for this round. */
  readonly reason: string
}

/** A unit's return that was noted in the archive. */
export interface RecordedUnit {
  readonly unit: string
  readonly path: string
  readonly day: IsoDate
  readonly dayFrom: ReceivedFrom
  readonly cases: number
  /** Read, and not in the table. */
  readonly leftOut: number
  readonly revision: number
}

/** What became of each return that had come: noted, noted before with the same files, or not, and why. */
export interface RecordedUnits {
  readonly archive: string
  /** null for a programme without dates. */
  readonly round: string | null
  readonly recorded: readonly RecordedUnit[]
  readonly unchanged: readonly { readonly unit: string; readonly day: IsoDate }[]
  readonly refused: readonly { readonly unit: string; readonly reason: string }[]
  /** Returned again in other words since it was noted: what stands in the archive stays until it is said to go. */
  readonly differing: readonly { readonly unit: string; readonly day: IsoDate }[]
}

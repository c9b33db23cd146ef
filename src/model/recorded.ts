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

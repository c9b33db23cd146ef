import type { Difference } from './difference.ts'
import type { Finding } from './finding.ts'
import type { Skipped } from './run.ts'
import type { Period } from './table.ts'

/** What is known of one of two returns beside its cases. */
export interface ComparedSide {
  /** As given: a file, a folder, `-`. */
  readonly path: string
  readonly unit: string | null
  /** null: only a report in JSON and a receipt say. */
  readonly period: Period | null
  /** Every row could be read. */
  readonly isWhole: boolean
  /** A receipt that is not as it was sealed. */
  readonly isAltered: boolean
  /** Files that were not read and may be a part of the return. */
  readonly skipped: readonly Skipped[]
}

export interface Compared {
  readonly old: ComparedSide
  readonly new: ComparedSide
  /** The two name different units. */
  readonly isOfTwoUnits: boolean
  readonly difference: Difference
  /** What the rules that compare returns say of it. */
  readonly findings: readonly Finding[]
}

import type { IsoDate } from './date.ts'
import type { Deadline } from './deadline.ts'
import type { Period } from './table.ts'

export interface LeftOutCase {
  readonly path: string
  readonly sheet?: string
  readonly line: number
  /** rule: an error stands against the row or its log. withheld: nothing against it, but no table was made. */
  readonly reason: 'rule' | 'period' | 'out-of-scope' | 'withheld'
  /** The rules that speak against it; empty for the period. */
  readonly rules: readonly string[]
}

export interface PreviousReturn {
  readonly round: string
  readonly day: IsoDate
  readonly file: string
  readonly cases: number
}

/** With what a return was compared, or why with nothing. */
export type Comparison = PreviousReturn | 'no-archive' | 'no-unit' | 'first-return'

export interface ReportFacts {
  readonly unit: string | null
  readonly period: Period
  /** null for a programme without dates. */
  readonly deadline: Deadline
  /** Cases read; each is in the table or in `leftOut`. */
  readonly cases: number
  readonly leftOut: readonly LeftOutCase[]
  /** The programme whose form is used, where the notice prints none. */
  readonly borrowedForm: string | null
  readonly comparison: Comparison
}

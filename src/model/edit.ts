import type { Column } from './case.ts'

/** One cell of a log that is to say something else, and why. */
export interface Edit {
  readonly path: string
  readonly sheet?: string
  /** The physical line its record starts on; in a workbook the row. */
  readonly line: number
  /** The place a spreadsheet shows: E7. */
  readonly cell: string
  readonly column: Column
  /** What the log itself calls the column. */
  readonly heading: string
  readonly index: number
  readonly from: string
  readonly to: string
  readonly reason: string
}

/** A log with what was put right in it and what its keeper must decide. */
export interface FixedLog {
  readonly path: string
  readonly made: readonly Edit[]
  readonly proposed: readonly Edit[]
}

export interface FixedFile extends FixedLog {
  readonly outputs: readonly string[]
}

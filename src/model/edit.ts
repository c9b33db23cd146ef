import type { Column, Layout } from './case.ts'

/** One cell of a log that is to say something else, and why. */
export interface Edit {
  /** Of its log or sheet: which it is, and where its columns stand. One that it lacks is added. */
  readonly layout: Layout
  /** The physical line its record starts on; in a workbook the row. */
  readonly line: number
  /** The row a spreadsheet shows it in. */
  readonly row: number
  readonly column: Column
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

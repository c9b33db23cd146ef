/** A row of a log as it was read, for who shows the log again. */
export interface ReadRow {
  /** The physical line it starts on. */
  readonly line: number
  /** The row a spreadsheet shows it in. */
  readonly row: number
  readonly cells: readonly string[]
}

export interface RowSource {
  readonly path: string
  readonly sheet?: string
}

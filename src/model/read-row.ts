/** A row of a log as it was read, for who shows the log again. */
export interface ReadRow {
  /** The physical line it starts on. */
  readonly line: number
  /** The row a spreadsheet shows it in. */
  readonly row: number
  readonly cells: readonly string[]
  /** By cell index: where a cell links to, when its text is not the address itself. */
  readonly links?: ReadonlyMap<number, string>
  /** By cell index: the text of a vertical merge that began above and covers this cell. */
  readonly merged?: ReadonlyMap<number, string>
}

export interface RowSource {
  readonly path: string
  readonly sheet?: string
}

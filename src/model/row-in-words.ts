interface RowOfLog {
  /** Of a Word file or page, which shows no numbers of rows. */
  readonly isDocument?: true | undefined
  /** The row a spreadsheet shows. */
  readonly row: number
  readonly type: string | null
  readonly serial: string | null
}

/** A row as its reader finds it: by its number, in a document by what stands at its beginning. */
export function rowInWords({ isDocument, row, type, serial }: RowOfLog): string {
  if (!isDocument) return `第 ${row} 行`
  return type && serial ? `“${type}”序号 ${serial} 的一行` : `表中第 ${row} 行`
}

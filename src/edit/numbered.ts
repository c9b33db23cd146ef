export interface NumberedLog {
  readonly bytes: Uint8Array
  /** What had to change besides. */
  readonly notes: readonly string[]
}

/** Why the log cannot be written without changing more than 序号. */
export interface Unwritable {
  readonly message: string
  readonly remedy: string
}

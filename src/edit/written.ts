import type { CellText } from './cell-text.ts'

export interface WrittenLog {
  readonly bytes: Uint8Array
  /** What had to change besides. */
  readonly notes: readonly string[]
  /** Cells that could not be written: computed ones, characters that the encoding does not have. */
  readonly left: readonly CellText[]
}

/** Why the log cannot be written without changing more than 序号. */
export interface Unwritable {
  readonly message: string
  readonly remedy: string
}

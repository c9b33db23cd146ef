import type { TextOptions } from './text/dialect.ts'

/** The sheets that are named to be read, hidden ones too; no other is. */
export interface SheetsAsked {
  readonly isMeant: (name: string) => boolean
}

/** How a log is read where it does not tell itself. */
export interface ReadOptions extends TextOptions {
  readonly sheets?: SheetsAsked
}

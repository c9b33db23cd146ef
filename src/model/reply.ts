import type { Explained, Finding } from './finding.ts'
import type { LogSummary } from './log.ts'
import type { ReadRow, RowSource } from './read-row.ts'

/** One file of a return with every row it holds, to be shown again. */
export interface ReturnedLog {
  readonly summary: LogSummary
  readonly rows: readonly { readonly row: ReadRow; readonly source: RowSource }[]
}

/** A faulty return as it goes back to its unit. */
export interface Reply {
  readonly unit: string
  /** The form's title, such as 知识产权行政案件统计表. */
  readonly title: string
  readonly findings: readonly Finding[]
  readonly explained: readonly Explained[]
  readonly logs: readonly ReturnedLog[]
  /** The unit's own workbook, where its return is one. */
  readonly own: Uint8Array | undefined
  /** By when and to whom; each a line of the guide. */
  readonly answer: string
}

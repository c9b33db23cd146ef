import { type LimitName, limits } from '../model/limits.ts'
import type { LogFault } from '../model/log-fault.ts'
import type { ReadRow } from '../model/read-row.ts'

/** One record of a log: a line of text (or several, where a quoted cell breaks), a row of a sheet or table. */
export interface Row extends ReadRow {
  /** A spreadsheet does not show it. */
  readonly isHidden?: true
  /** Holds U+FFFD, the sign of bytes that the encoding does not allow. */
  readonly undecodable?: true
  /** The index of a cell that kept a quote which neither opens nor closes it. */
  readonly strayQuote?: number
  /** Why its cells cannot be trusted: a quote that never closes or swallows rows. */
  readonly broken?: LogFault
}

export interface Sheet {
  readonly name: string
  /** Paragraphs before a Word or HTML table: annex label, title, 填报单位, 时间. Empty for a worksheet. */
  readonly preamble: readonly string[]
  readonly rows: readonly Row[]
  /** Made by ipcase beside the cases: a summary, a list of findings, an example. */
  readonly isOwn?: true
}

export interface SkippedSheet {
  readonly name: string
  readonly reason: string
}

/** Whether a sheet is to be read; without one those are that can be seen. */
export type SheetChoice = (name: string) => boolean

/** What a workbook, Word document or page holds: its sheets or tables, hidden ones too. */
export interface Book {
  /** Word and web pages, where one table may go on from the other. */
  readonly isDocument?: true
  readonly sheets: readonly Sheet[]
  readonly skipped: readonly SkippedSheet[]
}

/** Why a row is more than a row; asked of every one. */
export function excessIn({ cells, links }: Row): LimitName | undefined {
  if (cells.length > limits.columns.most) return 'columns'
  for (const { length } of cells) if (length > limits.cell.most) return 'cell'
  if (links) for (const { length } of links.values()) if (length > limits.cell.most) return 'cell'
  return undefined
}

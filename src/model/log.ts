import type { CaseType } from './case-type.ts'
import type { Explanation } from './explanation.ts'

export const encodings: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']

/** What people call them. */
export const encodingAliases: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  'utf-16': 'utf-16le',
}

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** What a form says of itself: 未列入 2 件. */
export interface LeftOutCount {
  readonly type: CaseType | null
  /** null: it does not say how many. */
  readonly cases: number | null
}

/** A sheet of a workbook, or a table of a Word file or page. */
export interface SheetSummary {
  readonly name: string
  readonly read: boolean
  /** Why the sheet was not read; null for one that was. */
  readonly reason: string | null
  readonly headingLine: number | null
  readonly rows: number
  readonly cases: number
}

/** What reading a log found and assumed. `rows` = `cases` + blank + placeholder + furniture. */
export interface LogSummary {
  readonly path: string
  /** 填报单位 as the log says it first. */
  readonly unit: string | null
  /** Other 填报单位 it names, as where two returns were laid end to end. */
  readonly otherUnits: readonly string[]
  readonly date: string | null
  readonly encoding?: Encoding
  readonly delimiter?: string
  readonly headingLine: number | null
  readonly rows: number
  readonly cases: number
  readonly skipped: { readonly blank: number; readonly placeholder: number; readonly furniture: number }
  /** Cells read in another spelling than written. */
  readonly repairs: number
  /** Cases in rows that a spreadsheet does not show; they are read. */
  readonly hidden?: number
  /** A form made without some of its cases says so. */
  readonly leftOut: readonly LeftOutCount[]
  readonly sheets?: readonly SheetSummary[]
  /** What its unit says to the findings of the last time, where it is a return that was sent back. */
  readonly answers?: readonly Explanation[]
}

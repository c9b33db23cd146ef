import type { CaseType } from './case-type.ts'
import type { City } from './collected.ts'
import type { IsoDate } from './date.ts'
import type { Explained } from './finding.ts'

export interface TableRow {
  readonly serial: number
  /** Whose case it is, in a table of many units. */
  readonly unit?: string
  readonly type: CaseType
  readonly caseNumber: string | null
  readonly filed: IsoDate | null
  readonly closed: IsoDate | null
  readonly outcome: string | null
  readonly published: '是' | '否' | null
  readonly links: readonly string[]
  /** Words that stood where a link belongs; printed after the links. */
  readonly linkWords: readonly string[]
  readonly remark: string | null
  /** Not yet closed: no 结案时间, or 结案方式 says 在办, 中止 and the like. */
  readonly open: boolean
  /** Filed before the period, and still there. */
  readonly carried: boolean
  /** The form's word for how the case was closed, 其他 for words that name no known way; null while it is open. */
  readonly result: string | null
  /** What the form's note wants remarked, of closed cases: 行政调解司法确认, 专利无效后裁驳. */
  readonly confirmed: boolean
  readonly invalidated: boolean
  readonly source: { readonly path: string; readonly sheet?: string; readonly line: number }
}

export interface Section {
  readonly type: CaseType
  readonly rows: readonly TableRow[]
  /** Cases of this type that are missing from the table because of errors. */
  readonly leftOut: number
}

/** Which cases are in the table: both days belong to it. */
export interface Period {
  /** As `--period` takes it. */
  readonly name: string
  /** null: however long ago. */
  readonly from: IsoDate | null
  /** The day by which every case is judged; never after the day to judge by. */
  readonly to: IsoDate
}

export interface Table {
  /** 附件, or null for a programme that calls its form nothing. */
  readonly label: string | null
  readonly title: string
  readonly unit: string | null
  readonly date: IsoDate
  readonly period: Period
  /** Every type of the programme, in its order, also empty ones. */
  readonly sections: readonly Section[]
  readonly note: string
  /** Cases that are missing because of errors, whose type nobody can tell. */
  readonly untyped: number
  /** Logs that were named and not read, or not to their end. */
  readonly unread: number
  /** A table of many units, and not all of them are whole in it: what it lacks, they may have. */
  readonly isIncomplete?: boolean
  /** 本期无案件: no row, nothing left out for errors, and every log was read whole. */
  readonly nil: boolean
}

/** How many closed cases ended one way. */
export interface OutcomeCount {
  readonly outcome: string
  readonly cases: number
}

/** `cases` = `carried` + `filed` = `closed` + `open`; the outcomes sum to `closed`. */
export interface Tally {
  readonly cases: number
  readonly carried: number
  readonly filed: number
  readonly closed: number
  readonly open: number
  readonly published: number
  /** From 立案 to 结案 in calendar days, half a day rounded up; null where no case has both days. */
  readonly medianDays: number | null
  /** The closed cases that have both days. */
  readonly timed: number
  readonly outcomes: readonly OutcomeCount[]
  /** 行政调解司法确认 and 专利无效后裁驳, counted beside the outcomes. */
  readonly confirmed: number
  readonly invalidated: number
}

export interface Totals {
  readonly byType: readonly (Tally & { readonly type: CaseType })[]
  readonly all: Tally
}

/** A report as every format sees it. */
export interface Statistics {
  readonly table: Table
  readonly totals: Totals
  /** Findings of its cases that the unit has explained: 审核说明 behind the form. */
  readonly explained: readonly Explained[]
  /** Of a table of many units: who they are, and what their desk is asked for beside it. */
  readonly city?: City
}

export const sortOrders = ['input', 'filed'] as const

export type SortOrder = (typeof sortOrders)[number]

import type { CaseType } from './case-type.ts'
import type { IsoDate } from './date.ts'

export interface TableRow {
  readonly serial: number
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
  readonly source: { readonly path: string; readonly sheet?: string; readonly line: number }
}

export interface Section {
  readonly type: CaseType
  readonly rows: readonly TableRow[]
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
  /** 本期无案件: a nil return. */
  readonly nil: boolean
}

export interface Tally {
  readonly filed: number
  readonly closed: number
  readonly open: number
  readonly published: number
}

export interface Totals {
  readonly byType: readonly (Tally & { readonly type: CaseType })[]
  readonly all: Tally
}

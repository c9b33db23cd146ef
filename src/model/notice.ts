import type { UnitReturn } from './collected.ts'
import type { IsoDate } from './date.ts'
import type { Finding } from './finding.ts'
import type { JudgedRound } from './round.ts'

/** What all letters of one round have in common: who writes, on what ground, and what is owed by when. */
export interface LetterHead {
  /** 朝阳市市场监督管理局 */
  readonly collector: string
  readonly asOf: IsoDate
  /** The notice that asks for the returns, and its number where it has one. */
  readonly basis: string
  /** The form's title. */
  readonly title: string
  /** What the notice calls the table. */
  readonly table: string
  /** All that is to be handed in, the table among it. */
  readonly owed: readonly string[]
  /** Whether 前 includes the day itself. */
  readonly inclusive: boolean
  readonly round: JudgedRound | null
}

/** A faulty or unreadable return, and what goes back with the letter. */
export interface ReturnedFacts {
  readonly returned: UnitReturn
  /** The name of the workbook that goes with it; absent where nothing of the return could be read. */
  readonly workbook: string | undefined
  /** Where a finding stands in it. */
  readonly placeIn: (finding: Finding) => { readonly sheet: string; readonly cell: string } | undefined
}

/** What is wrong, row by row, behind a letter. */
export interface NoticeList {
  readonly title: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

export interface NoticeSection {
  /** A letter with one matter to it has none. */
  readonly heading?: string
  readonly paragraphs: readonly string[]
}

/** A letter from who collects to one unit, ready to be sealed: 退回修改通知, 催报通知. */
export interface Notice {
  readonly title: string
  /** 主送机关 */
  readonly to: string
  readonly sections: readonly NoticeSection[]
  /** As named behind the text: 附件：1．… */
  readonly attachments: readonly string[]
  readonly signature: readonly string[]
  readonly list: NoticeList | undefined
}

import type { CaseType } from './case-type.ts'
import type { IsoDate } from './date.ts'
import type { PreviousReturn, ReportFacts } from './report.ts'
import type { Totals } from './table.ts'

/** What only people know: the place for it, and what belongs there. */
export interface Blank {
  readonly blank: string
}

export type BriefPiece = string | Blank

export type BriefParagraph = readonly BriefPiece[]

export interface BriefSection {
  readonly heading: string
  readonly paragraphs: readonly BriefParagraph[]
}

/** A draft of the account that goes with the table, such as 季度工作进展情况. */
export interface Brief {
  readonly title: string
  readonly opening: readonly BriefParagraph[]
  readonly sections: readonly BriefSection[]
  readonly signature: readonly BriefParagraph[]
}

/** 【待填：典型案例】 */
export function blankText({ blank }: Blank): string {
  return `【待填：${blank}】`
}

/**
 * How a table differs from that of the previous return. `before` + `added` − `removed` = `now` always, and
 * `wasOpen` = `closedSince` + `stillOpen` + `openRemoved`: whoever reads both tables side by side counts the same.
 */
export interface CaseChanges {
  readonly before: number
  readonly added: number
  readonly removed: number
  readonly now: number
  readonly wasOpen: number
  readonly closedSince: number
  readonly stillOpen: number
  /** Open then, and not in this table. */
  readonly openRemoved: number
  /** Of the removed: read all the same, and left out of this table. */
  readonly leftOut: number
  readonly reopened: number
  /** Of the closed and the open: probably the same case with another number. */
  readonly renumbered: number
}

/** With the return it was compared with. */
export interface ComparedChanges extends CaseChanges {
  readonly previous: PreviousReturn
  /** Rows that could not be read may hide what seems to be gone. */
  readonly isPartial: boolean
}

export interface OverdueCase {
  readonly type: CaseType
  readonly caseNumber: string | null
  readonly filed: IsoDate
  /** The last day without any extension. */
  readonly base: IsoDate
  readonly daysOver: number
  /** 90 日 */
  readonly limit: string
  readonly source: string
}

/** Open cases against the limit that holds without an extension. */
export interface LimitFacts {
  readonly over: readonly OverdueCase[]
  /** Open, and no national limit exists. */
  readonly mediations: number
  /** Open, and the day of filing is blank or before the limits known here, or the calendar of the last day is unknown. */
  readonly unknown: number
}

/** The first four make up the closed cases. */
export interface PublicationFacts {
  readonly published: number
  readonly pending: number
  readonly unpublished: number
  readonly unsaid: number
  /** Of the unpublished: a decision of a kind that is published, and no reason why not. */
  readonly reasonless: number
  readonly publishedWhileOpen: number
}

/** What the data have to say in the account that goes with the table. */
export interface BriefFacts {
  readonly title: string
  /** progress: of one round, such as 季度工作进展情况. summary: of the whole campaign, such as 工作总结. */
  readonly shape: 'progress' | 'summary'
  /** The notice's own 工作重点, under which the measures are told. */
  readonly priorities: readonly string[]
  readonly report: ReportFacts
  readonly totals: Totals
  readonly nil: boolean
  /** Absent where there is no previous return; `report.comparison` says why. */
  readonly changes: ComparedChanges | undefined
  readonly limits: LimitFacts
  readonly publication: PublicationFacts
}

import type { CaseType } from './case-type.ts'
import type { IsoDate } from './date.ts'
import type { PreviousReturn, ReportFacts } from './report.ts'
import type { Totals } from './table.ts'

/** The cases of a return beside those of the previous one, whatever period the table covers. */
export interface CaseChanges {
  readonly previous: PreviousReturn
  readonly added: number
  readonly closedSince: number
  readonly stillOpen: number
  readonly reopened: number
  /** Probably the same case with another number. */
  readonly renumbered: number
  /** Open then, absent now; null where rows that could not be read may hide them. */
  readonly vanished: number | null
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
  /** Open, and the day of filing is blank, or before the limits known here. */
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
  readonly report: ReportFacts
  readonly totals: Totals
  readonly nil: boolean
  /** Absent where there is no previous return; `report.comparison` says why. */
  readonly changes: CaseChanges | undefined
  readonly limits: LimitFacts
  readonly publication: PublicationFacts
}

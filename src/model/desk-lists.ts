import type { IsoDate } from './date.ts'
import type { NamedCase } from './report.ts'

/** A case that somebody has to look at, with what there is to see; days to a last day are negative behind it. */
export interface DeskCase extends NamedCase {
  readonly unit: string
}

/** 公示核对: decided, of a kind that is published, and not published. */
export interface UnpublishedCase extends DeskCase {
  readonly decided: IsoDate
  /** null: the calendar up to it is not known. */
  readonly lastDay: IsoDate | null
  readonly daysLeft: number | null
  /** What stands under 是否公开; null: nothing. */
  readonly said: string | null
}

export const reviewReasons = ['over-limit', 'near-limit', 'suspended', 'unnumbered'] as const

export type ReviewReason = (typeof reviewReasons)[number]

/** 案卷评查: what a review takes out of the shelf first. */
export interface ReviewCase extends DeskCase {
  readonly reasons: readonly ReviewReason[]
  /** Without any extension; null where no law known here sets a limit. */
  readonly base: IsoDate | null
  /** To the last day with every fixed extension; of a closed case from its closing. */
  readonly daysLeft: number | null
  readonly isOpen: boolean
}

export interface TypicalCase extends DeskCase {
  readonly outcome: string | null
}

/** What the cells of one column come to. */
export interface Sum {
  readonly yuan: number
  /** The cases that have an amount. */
  readonly cases: number
  /** Cells that are no amount, such as 待定. */
  readonly unread: number
}

/** null: the unit's ledger has no such column. */
export interface UnitSums {
  readonly unit: string
  readonly value: Sum | null
  readonly fined: Sum | null
}

/** What notices ask of whoever collects beside the table. */
export interface DeskLists {
  readonly unpublished: readonly UnpublishedCase[]
  readonly review: readonly ReviewCase[]
  readonly typical: readonly TypicalCase[]
  readonly sums: readonly UnitSums[]
}

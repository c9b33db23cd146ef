import type { CaseType } from './case-type.ts'
import type { IsoDate } from './date.ts'
import type { PreviousCase } from './previous-case.ts'
import type { Period } from './table.ts'

/** A return of the archive as a trend counts it: of each unit and round the one that was corrected last. */
export interface CountedReturn {
  readonly unit: string
  readonly round: string
  /** The day it was handed in, as corrected. */
  readonly day: IsoDate
  /** null: receipts of early versions do not say. */
  readonly period: Period | null
  /** The last day of its table. */
  readonly end: IsoDate
  /** The rows of its table. */
  readonly cases: readonly PreviousCase[]
  /**
   * What the year is counted from. A table that reaches back to the first of January tells of the year alone; one that
   * lists what is new since the last return does so together with the returns before it.
   */
  readonly known: readonly PreviousCase[]
  /** The first day that `known` speaks of; null: however long ago. */
  readonly knownFrom: IsoDate | null
}

export interface Figures {
  /** Filed from 1 January to the last day, by 立案时间; without one, by 结案时间. */
  readonly filed: number
  /** Closed from 1 January to the last day. */
  readonly closed: number
  /** Rows of the table that were not closed on its last day. */
  readonly open: number
  /** Rows of the table. */
  readonly cases: number
}

/** null as a type: early receipts may hold a case whose type could not be read. */
export interface TypeFigures extends Figures {
  readonly type: CaseType | null
}

export interface Counted {
  readonly all: Figures
  readonly byType: readonly TypeFigures[]
}

/** What one unit's return for one round comes to. */
export interface TrendCell extends Counted {
  readonly round: string
  readonly day: IsoDate
  readonly period: Period | null
  /** The days of the year that `filed` and `closed` count. */
  readonly from: IsoDate
  readonly to: IsoDate
  readonly end: IsoDate
  /** false: what was handed in does not reach back to 1 January. */
  readonly isWhole: boolean
}

export interface UnitTrend {
  readonly unit: string
  readonly isExpected: boolean
  /** One a round; null: no return, which is not the same as none. */
  readonly cells: readonly (TrendCell | null)[]
}

export interface TrendRound {
  readonly id: string
  /** null for a programme without dates. */
  readonly due: IsoDate | null
  /** The year that most of its returns count. */
  readonly year: number
}

/** All units together in one round. */
export interface RoundTotal extends Counted {
  readonly round: string
  /** Whose returns are in it. */
  readonly units: readonly string[]
  /** Whose return counts another year than the others', and is not in it. */
  readonly otherYear: readonly string[]
  /** false: that of a unit in it does not reach back to 1 January. */
  readonly isWhole: boolean
}

/** This year's and last year's figure, both counted to the same day of the year. */
export interface Pair {
  readonly now: number
  readonly before: number
}

export interface ComparedPairs {
  readonly filed: Pair
  readonly closed: Pair
}

export interface UnitYearOnYear extends ComparedPairs {
  readonly unit: string
  /** Both years are counted to this day, `06-07`: the earlier of the two last days. */
  readonly until: string
  readonly byType: readonly (ComparedPairs & { readonly type: CaseType | null })[]
}

/** A round and the same round of the year before, of the units that have returned both. */
export interface YearOnYear {
  readonly round: string
  readonly before: string
  readonly units: readonly UnitYearOnYear[]
  /** Returned one of the two, or did not reach back to 1 January in one. */
  readonly notCompared: readonly string[]
  readonly all: ComparedPairs
  readonly byType: readonly (ComparedPairs & { readonly type: CaseType | null })[]
}

/** Cases of a year that its own returns did not show: the next year's did. */
export interface ToldLater {
  readonly year: number
  readonly filed: number
  readonly closed: number
}

export interface Trend {
  readonly rounds: readonly TrendRound[]
  readonly types: readonly (CaseType | null)[]
  readonly units: readonly UnitTrend[]
  readonly totals: readonly RoundTotal[]
  readonly yearOnYear: readonly YearOnYear[]
  readonly toldLater: readonly ToldLater[]
}

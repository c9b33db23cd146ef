import type { Case } from './case.ts'
import type { IsoDate } from './date.ts'
import type { DeskLists } from './desk-lists.ts'
import type { SinceEarlier } from './explanation.ts'
import type { Counts, Explained, Finding } from './finding.ts'
import type { LogSummary } from './log.ts'
import type { LeftOutCase } from './report.ts'
import type { JudgedRound } from './round.ts'
import type { Failure } from './run.ts'
import type { Period, Statistics, Totals } from './table.ts'

/** What has become of a unit's return. The gravest that holds: as they stand here, but for what has not come. */
export const returnStatuses = [
  'unreadable',
  'faulty',
  'late',
  'nil',
  'on-time',
  /** Not there, and not yet due. */
  'awaited',
  /** Not there, and due. */
  'missing',
] as const

export type ReturnStatus = (typeof returnStatuses)[number]

/** Who says when a return arrived: the desk's own list, the form's 时间, or no more than the file's date. */
export type ReceivedFrom = 'received' | 'form' | 'file'

/** One unit's return as it came in: several files are one return. */
export interface UnitReturn {
  /** As the roster has it; of a unit that is not on it, its place as written. */
  readonly unit: string
  /** As its form writes it; null where nothing was read or the form does not say. */
  readonly writtenUnit: string | null
  /** On the programme's roster. */
  readonly isExpected: boolean
  /** Of those that are not: the collector's own cases (市本级), a stranger, or one where the programme lists nobody. */
  readonly kind: 'expected' | 'collector' | 'stranger' | 'unlisted'
  readonly status: ReturnStatus
  /** Its files, also those that could not be read; none where nothing has come. */
  readonly paths: readonly string[]
  readonly receivedOn: IsoDate | null
  readonly receivedFrom: ReceivedFrom | null
  /** One for each file that was read. */
  readonly logs: readonly LogSummary[]
  /** Files that could not be read, with what to do. */
  readonly failures: readonly Failure[]
  /** Every case read, in the order of the files. */
  readonly cases: readonly Case[]
  /** Those that the merged table keeps. */
  readonly kept: readonly Case[]
  readonly leftOut: readonly LeftOutCase[]
  /** What was found in this return alone; what its unit has explained stands apart. */
  readonly findings: readonly Finding[]
  readonly explained: readonly Explained[]
  /** How it compares with the list that was sent back with it; undefined where none was. */
  readonly since: SinceEarlier | undefined
  readonly counts: Counts
  /** The table and totals of its own report, for the same period. */
  readonly statistics: Statistics
}

/** Whether the desk itself knows the day: a form's or a file's date is 推定. */
export function isArrivalKnown({ receivedFrom }: Pick<UnitReturn, 'receivedFrom'>): boolean {
  return receivedFrom === 'received'
}

export function hasCome({ status }: Pick<UnitReturn, 'status'>): boolean {
  return status !== 'awaited' && status !== 'missing'
}

/** The desk noted that it came, on paper perhaps, and no file of it is here: the unit has nothing to mend. */
export function isWithoutFile({ status, paths }: Pick<UnitReturn, 'status' | 'paths'>): boolean {
  return status === 'unreadable' && paths.length === 0
}

/** How many units stand how. The statuses count every unit; `expected` and `received` those of the roster. */
export interface RosterCounts extends Readonly<Record<ReturnStatus, number>> {
  readonly expected: number
  /** Of the expected, those of which anything has come. */
  readonly received: number
}

export interface UnitTotals extends Totals {
  readonly unit: string
}

/** What a reader of the merged table is told of the units it is made of. */
export interface City {
  /** null for a programme without dates. */
  readonly round: JudgedRound | null
  /** In the programme's order; the collector's own and strangers behind. */
  readonly units: readonly UnitReturn[]
  readonly roster: RosterCounts
  readonly byUnit: readonly UnitTotals[]
  readonly lists: DeskLists
}

export interface Collected extends City {
  /** Why that round. */
  readonly reason: string
  readonly period: Period
  /** Findings of every unit, then those of no unit and between units. */
  readonly findings: readonly Finding[]
  /** Those of no unit and between units. */
  readonly between: readonly Finding[]
  readonly counts: Counts
  readonly explained: readonly Explained[]
  /** Cases read, of every file; each is in the merged table or in `leftOut`. */
  readonly cases: number
  readonly leftOut: readonly LeftOutCase[]
  /** The merged table; its totals by type are those of all units. */
  readonly statistics: Statistics
}

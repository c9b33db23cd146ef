import type { Case } from './case.ts'
import type { IsoDate } from './date.ts'
import type { Deadline } from './deadline.ts'
import type { Period } from './table.ts'

/** A case as a list names it: where it stands, and what its owner knows it by. */
export interface NamedCase {
  readonly path: string
  readonly sheet?: string
  readonly line: number
  /** The row a spreadsheet shows it in. */
  readonly row: number
  readonly serial: string | null
  /** It stands in a Word file or page. */
  readonly isDocument?: true
  /** Of the form's types, else as written. */
  readonly type: string | null
  readonly caseNumber: string | null
  readonly filed: string | null
}

export function namedCase(c: Case): NamedCase {
  const { path, sheet, isDocument } = c.layout
  const { serial, type, caseNumber, filed } = c.text
  return {
    path,
    ...(sheet !== undefined && { sheet }),
    ...(isDocument && { isDocument }),
    line: c.line,
    row: c.row,
    serial: serial || null,
    type: c.type ?? (type || null),
    caseNumber: caseNumber || null,
    filed: c.filed ?? (filed || null),
  }
}

export interface LeftOutCase extends NamedCase {
  /**
   * rule: an error stands against the row or its log, or its type or a day cannot be read, whatever the rules' levels.
   * withheld: nothing against it, but no table was made.
   */
  readonly reason: 'rule' | 'period' | 'out-of-scope' | 'not-a-case' | 'withheld'
  /** The rules that speak against it; empty for the period. */
  readonly rules: readonly string[]
  /** What the first of them says. */
  readonly message: string | null
}

export interface PreviousReturn {
  readonly round: string
  readonly day: IsoDate
  readonly file: string
  readonly cases: number
}

/** With what a return was compared, or why with nothing. */
export type Comparison = PreviousReturn | 'no-archive' | 'no-unit' | 'first-return'

/** Cases outside the period that no return has shown. */
export interface NeverReturned {
  readonly cases: readonly NamedCase[]
  /** Where no archive tells: the day after which they were closed; null where an archive does. */
  readonly closedAfter: IsoDate | null
}

export interface ReportFacts {
  readonly unit: string | null
  readonly period: Period
  /** null for a programme without dates. */
  readonly deadline: Deadline
  /** Cases read; each is in the table or in `leftOut`. */
  readonly cases: number
  readonly leftOut: readonly LeftOutCase[]
  /** In the table as open, because the log shows them closed only after the period. */
  readonly closedLater: readonly NamedCase[]
  /** The programme whose form is used, where the notice prints none. */
  readonly borrowedForm: string | null
  readonly comparison: Comparison
  readonly neverReturned: NeverReturned
}

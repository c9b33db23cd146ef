import type { Column } from './case.ts'
import { day } from './date.ts'
import type { Severity } from './finding.ts'

/** The day every example is judged by. */
export const exampleDay = day('2024-06-07')

/** A row of an example: only the cells that matter; the others are those of an ordinary closed trademark case. */
export type RuleExampleRow = Readonly<Partial<Record<Column, string>>>

/** Rows of the form, or the text of a CSV log where the fault is the log's own. */
export type RuleExample = readonly RuleExampleRow[] | string

/** What a rule says of itself; every rule object is one. */
export interface RuleText {
  readonly id: string
  readonly severity: Severity
  readonly summary: string
  readonly why: string
  readonly remedy: string
  readonly bad: readonly RuleExample[]
  readonly good: readonly RuleExample[]
  readonly before?: RuleExample
  readonly previous?: readonly RuleExampleRow[]
  /** Says what it has to say of the log or the return, not of a row. */
  readonly isOfWholeLog?: true
}

export interface RuleGroup {
  readonly subject: string
  readonly rules: readonly RuleText[]
}

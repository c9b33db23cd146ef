import type { IsoDate } from './date.ts'
import type { SinceEarlier } from './explanation.ts'
import type { Counts, Explained, Severity } from './finding.ts'

export interface RunHead {
  readonly tool: { readonly name: string; readonly version: string }
  readonly asOf: IsoDate
  readonly programme: string
}

/** How often one rule spoke with one severity: a rule may use several. */
export interface RuleCount {
  readonly rule: string
  readonly severity: Severity
  readonly summary: string
  readonly count: number
}

/** What became of a rule in a run. */
export interface RuleStatus {
  readonly id: string
  readonly status: 'ran' | 'off' | 'lowered' | 'not-applicable'
  /** Why it did not run as it is; of one that ran: what it could not judge, null where nothing. */
  readonly reason: string | null
  /** This kind of run never asks it. */
  readonly isUsual?: true
}

export interface Skipped {
  readonly path: string
  readonly reason: string
  /** A kind of file that somebody's return may well be; a quiet run names it, too. */
  readonly mayBeReturn?: true
}

export interface Failure {
  readonly path: string
  readonly message: string
  readonly remedy: string
}

export interface RunSummary {
  readonly exitCode: number
  readonly counts: Counts
  readonly byRule: readonly RuleCount[]
  /** Every rule, in the order of the rules. */
  readonly rules: readonly RuleStatus[]
  /** Findings that the unit has explained; counted apart. */
  readonly explained: readonly Explained[]
  /** undefined: no earlier list was given. */
  readonly since: SinceEarlier | undefined
  /** Findings of other rules than those that alone are shown. */
  readonly notShown: number
  readonly skipped: readonly Skipped[]
  readonly failures: readonly Failure[]
  /** The command line that checks the same inputs again, such as `ipcase validate 凌源.csv`. */
  readonly again: string
}

/** Where a run stands in its logs. */
export interface Milestone {
  readonly logs: readonly { readonly path: string }[]
  /** The log being read, from 0. */
  readonly at: number
  /** Cases read of it so far. */
  readonly cases: number
  /** Of the whole run, where its logs are gone through more than once. */
  readonly share?: number
}

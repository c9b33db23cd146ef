/**
 * open: 中止, 在办 and other words for a case not closed. vague: 结案 and the like, which say nothing.
 * no-case: 不予立案. unknown: no listed way to close this type.
 */
export type OutcomeState = 'closed' | 'open' | 'vague' | 'no-case' | 'unknown'

export interface Outcome {
  readonly state: OutcomeState
  /** The form's word for counting; the clerk's own words stay in the table. Only when `closed`. */
  readonly canonical?: string
}

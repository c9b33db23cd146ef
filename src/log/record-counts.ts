import type { SaidLeftOut } from '../model/log.ts'

/** What becomes of the records below the heading: every one is counted in exactly one place. */
export interface RecordCounts {
  cases: number
  blank: number
  placeholder: number
  furniture: number
  repairs: number
  /** Cases in rows that a spreadsheet does not show. */
  hidden: number
  leftOut: SaidLeftOut[]
}

export function noRecords(): RecordCounts {
  return { cases: 0, blank: 0, placeholder: 0, furniture: 0, repairs: 0, hidden: 0, leftOut: [] }
}

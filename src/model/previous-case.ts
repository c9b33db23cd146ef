import { type Case, columnBit, isClosed } from './case.ts'
import type { CaseType } from './case-type.ts'
import type { IsoDate } from './date.ts'

/** A case as a return handed in before had it. null: blank, or not to be read. */
export interface PreviousCase {
  readonly type: CaseType | null
  readonly caseNumber: string | null
  readonly filed: IsoDate | null
  readonly closed: IsoDate | null
  readonly open: boolean
}

function readable<C extends 'type' | 'caseNumber' | 'filed' | 'closed'>(c: Case, column: C): Case[C] {
  return (c.faulty & columnBit[column]) === 0 ? c[column] : undefined
}

export function previousCaseOf(c: Case): PreviousCase {
  return {
    type: readable(c, 'type') ?? null,
    caseNumber: readable(c, 'caseNumber') ?? null,
    filed: readable(c, 'filed') ?? null,
    closed: readable(c, 'closed') ?? null,
    open: !isClosed(c),
  }
}

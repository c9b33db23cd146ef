import { type Case, columnBit, isClosed, type Published } from './case.ts'
import type { CaseType } from './case-type.ts'
import type { IsoDate } from './date.ts'

/** A case as a return handed in before had it. null: blank, or not to be read. */
export interface PreviousCase {
  readonly type: CaseType | null
  readonly caseNumber: string | null
  /** 立案号, where the ledger keeps it beside the 文号: the case is known by either. */
  readonly filingNumber?: string | null | undefined
  readonly filed: IsoDate | null
  readonly closed: IsoDate | null
  readonly outcome: string | null
  readonly open: boolean
  readonly published: Published | null
  /** The round whose return showed it last; absent: the latest return. */
  readonly round?: string
}

function readable<C extends 'type' | 'caseNumber' | 'filed' | 'closed' | 'published'>(
  c: Case,
  column: C,
): Case[C] {
  return (c.faulty & columnBit[column]) === 0 ? c[column] : undefined
}

export function previousCaseOf(c: Case): PreviousCase {
  return {
    type: readable(c, 'type') ?? null,
    caseNumber: readable(c, 'caseNumber') ?? null,
    ...(c.filingNumber && { filingNumber: c.filingNumber }),
    filed: readable(c, 'filed') ?? null,
    closed: readable(c, 'closed') ?? null,
    outcome: c.outcome ? c.text.outcome : null,
    open: !isClosed(c),
    published: readable(c, 'published') ?? null,
  }
}

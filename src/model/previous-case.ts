import { type Case, columnBit, isClosed, type Published } from './case.ts'
import { numbersOf } from './case-keys.ts'
import type { CaseType } from './case-type.ts'
import { createContinuity } from './continuity.ts'
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

/** What the unit's returns last showed of the cases of now; one that stands in none is not in it. */
export type ShownBefore = ReadonlyMap<Case, PreviousCase>

/**
 * Whether what a return showed is surely this case. Two closed cases without a number may be of one type and day: only
 * the same closing makes them one, so that no new case is taken for one that was reported.
 */
export function isSurely(now: PreviousCase, previous: PreviousCase): boolean {
  if (previous.open || previous.closed === now.closed) return true
  const numbers = new Set(numbersOf(now))
  return numbersOf(previous).some((number) => numbers.has(number))
}

export function shownBefore(lastShown: readonly PreviousCase[], cases: readonly Case[]): ShownBefore {
  const continuity = createContinuity(lastShown, previousCaseOf)
  for (const c of cases) continuity.meet(c)
  return new Map([...continuity.pairs()].filter(([now, previous]) => isSurely(previousCaseOf(now), previous)))
}

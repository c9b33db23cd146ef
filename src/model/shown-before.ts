import type { Case } from './case.ts'
import { numbersOf } from './case-keys.ts'
import { createContinuity } from './continuity.ts'
import { type PreviousCase, previousCaseOf } from './previous-case.ts'

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

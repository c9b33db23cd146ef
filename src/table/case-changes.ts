import type { CaseChanges } from '../model/brief.ts'
import { type Case, isClosed } from '../model/case.ts'
import { createContinuity } from '../model/continuity.ts'
import type { IsoDate } from '../model/date.ts'
import { type PreviousCase, previousCaseOf } from '../model/previous-case.ts'
import { atPeriodEnd } from './period.ts'

export interface Tables {
  readonly previous: readonly PreviousCase[]
  /** Every case read, so that none seems new for want of its like. */
  readonly cases: readonly Case[]
  /** Of these, the ones in the table. */
  readonly kept: readonly Case[]
  /** The last day of the table's period. */
  readonly end: IsoDate
}

/** A case that got another number when it was closed is one that was open and is closed. */
export function caseChanges({ previous, cases, kept, end }: Tables): CaseChanges {
  const continuity = createContinuity(previous, previousCaseOf)
  for (const c of cases) continuity.meet(c)
  const inTable = new Set(kept)
  const all = [...continuity.pairs()]
  const pairs = all.filter(([now]) => inTable.has(now))
  const count = (wasOpen: boolean, isOpen: boolean): number =>
    pairs.filter(([now, { open }]) => open === wasOpen && isClosed(atPeriodEnd(now, end)) !== isOpen).length
  const [closedSince, stillOpen] = [count(true, false), count(true, true)]
  const wasOpen = previous.filter(({ open }) => open).length
  const { renumbered } = continuity.remainder()
  return {
    before: previous.length,
    added: kept.length - pairs.length,
    removed: previous.length - pairs.length,
    now: kept.length,
    wasOpen,
    closedSince,
    stillOpen,
    openRemoved: wasOpen - closedSince - stillOpen,
    leftOut: all.length - pairs.length,
    reopened: count(false, true),
    renumbered: renumbered.filter(({ now }) => inTable.has(now)).length,
  }
}

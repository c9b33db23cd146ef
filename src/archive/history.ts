import { createContinuity, isSurely } from '../model/continuity.ts'
import type { IsoDate } from '../model/date.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import type { Submission } from '../model/round.ts'
import type { Receipt } from './receipt.ts'

function byRevision(one: Receipt, other: Receipt): number {
  return one.revision - other.revision || Number(one.day > other.day) - Number(one.day < other.day)
}

export function submissionsOf(receipts: readonly Receipt[]): readonly Submission[] {
  return receipts.map(({ round, day, dayFrom }) => ({
    round,
    submittedOn: day,
    ...(dayFrom === 'file' && { isOfFile: true }),
  }))
}

/** The return as it was last corrected; undefined where none was handed in for this round. */
export function latestFor(round: string, receipts: readonly Receipt[]): Receipt | undefined {
  return receipts
    .filter((receipt) => receipt.round === round)
    .toSorted(byRevision)
    .at(-1)
}

/** What was handed in by the day to judge by: of each round the return as last corrected, in their order. */
export function returnsBy(asOf: IsoDate, receipts: readonly Receipt[]): readonly Receipt[] {
  const known = receipts.filter((receipt) => receipt.day <= asOf)
  const rounds = [...new Set(known.map((receipt) => receipt.round))].sort()
  return rounds.flatMap((id) => latestFor(id, known) ?? [])
}

export interface Earlier {
  /** The return of the round before; where only later ones are known, the last of them. */
  readonly previous: Receipt
  /** Every case that a return of any other round showed, as the latest that showed it did. */
  readonly shown: readonly PreviousCase[]
}

/** What a return for this round is to be compared with, its own earlier versions apart; null: it has no round. */
export function earlierThan(round: string | null, returns: readonly Receipt[]): Earlier | undefined {
  const others = returns.filter((receipt) => receipt.round !== round)
  const before = others.filter((receipt) => round === null || receipt.round < round)
  const previous = before.at(-1) ?? others.at(-1)
  return previous && { previous, shown: lastShown(others) }
}

/** Every case that any of these returns showed, as the latest that showed it did; the returns in their order. */
export function lastShown(returns: readonly Receipt[]): readonly PreviousCase[] {
  let shown: readonly PreviousCase[] = []
  for (const { round, cases } of returns) {
    const now: readonly PreviousCase[] = cases.map((c) => ({ ...c, round }))
    const continuity = createContinuity(shown, (c: PreviousCase) => c)
    for (const c of now) continuity.meet(c)
    const pairs = [...continuity.pairs()].filter(([c, previous]) => isSurely(c, previous))
    const again = new Set(pairs.map(([, previous]) => previous))
    shown = [...shown.filter((previous) => !again.has(previous)), ...now]
  }
  const latest = returns.at(-1)?.round
  return shown.map(({ round, ...c }) => (round === undefined || round === latest ? c : { ...c, round }))
}

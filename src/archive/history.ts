import type { IsoDate } from '../model/date.ts'
import type { Receipt as Submission } from '../model/round.ts'
import type { Receipt } from './receipt.ts'

function byRevision(one: Receipt, other: Receipt): number {
  return one.revision - other.revision || Number(one.day > other.day) - Number(one.day < other.day)
}

export function submissionsOf(receipts: readonly Receipt[]): readonly Submission[] {
  return receipts.map(({ round, day }) => ({ round, submittedOn: day }))
}

/** The return as it was last corrected; undefined where none was handed in for this round. */
export function latestFor(round: string, receipts: readonly Receipt[]): Receipt | undefined {
  return receipts
    .filter((receipt) => receipt.round === round)
    .toSorted(byRevision)
    .at(-1)
}

/** The last return handed in for a round before this one, as the day to judge by knows it; null: of any round. */
export function previousReturn(
  receipts: readonly Receipt[],
  round: string | null,
  asOf: IsoDate,
): Receipt | undefined {
  const known = receipts.filter((receipt) => receipt.day <= asOf && (round === null || receipt.round < round))
  const last = known
    .map((receipt) => receipt.round)
    .sort()
    .at(-1)
  return last === undefined ? undefined : latestFor(last, known)
}

import type { Continuity, SameCase } from '../model/continuity.ts'
import type { Fault, Visitor } from './rule.ts'

/** Judges every case that the previous return has too; those known again only at the end are judged then. */
export function comparing(
  continuity: Continuity | undefined,
  judge: (pair: SameCase) => Fault | undefined,
): Visitor | undefined {
  if (continuity === undefined) return undefined
  return {
    visit(now) {
      const previous = continuity.meet(now)
      return previous && judge({ previous, now })
    },
    end: () =>
      continuity.remainder().same.flatMap((pair) => {
        const said = judge(pair)
        return said === undefined ? [] : [{ ...said, case: pair.now }]
      }),
  }
}

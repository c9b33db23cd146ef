import type { Context, Fault, Visitor } from '../check/rule.ts'
import type { Case } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import type { SameCase } from '../model/continuity.ts'
import type { PreviousCase } from '../model/previous-case.ts'

/** A ledger lawfully holds other kinds of case; what becomes of them is nobody's concern here. */
export function isCollected({ type }: Case | PreviousCase, types: readonly CaseType[]): boolean {
  return type !== null && type !== undefined && types.includes(type)
}

export function stateThen({ open, closed }: PreviousCase): string {
  return open ? '当时在办' : `当时已结案，结案时间 ${closed}`
}

/** When it was so: 上次报送, or of which round where the latest return shows the case no more. */
export function shownWhen({ round }: PreviousCase): string {
  return `${round === undefined ? '上次' : `${round} 期`}报送`
}

/** Judges every case that the previous return has too; those known again only at the end are judged then. */
export function comparing(
  { continuity, types }: Context,
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
        const said = isCollected(pair.now, types) ? judge(pair) : undefined
        return said === undefined ? [] : [{ ...said, case: pair.now }]
      }),
  }
}

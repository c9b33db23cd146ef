import type { Fault, ReturnRule } from '../check/rule.ts'
import type { SameCase } from '../model/continuity.ts'
import type { PreviousCase } from '../model/previous-case.ts'

export function stateThen({ open, closed }: PreviousCase): string {
  return open ? '当时在办' : `当时已结案，结案时间 ${closed}`
}

/** When it was so: 上次报送, or of which round where the latest return shows the case no more. */
export function shownWhen({ round }: PreviousCase): string {
  return `${round === undefined ? '上次' : `${round} 期`}报送`
}

/** Judges every case that the previous return has too. */
export function comparing(judge: (pair: SameCase) => Fault | undefined): ReturnRule['compare'] {
  return ({ pairs }) =>
    pairs.flatMap((pair) => {
      const said = judge(pair)
      return said === undefined ? [] : [{ ...said, case: pair.now }]
    })
}

import type { Figures, Trend } from '../../model/trend.ts'
import { untyped } from './words.ts'

/** null: no return; not whole: does not reach back to the first of January. */
export type Point = (Figures & { readonly isWhole: boolean }) | null

/** Whose figures: all units', a type's, a unit's; one point a round of the trend. */
export interface Subject {
  /** Unique in the page. */
  readonly id: string
  readonly name: string
  readonly points: readonly Point[]
}

export function subjectsOf({ units, totals, types }: Trend): readonly Subject[] {
  const isOne = units.length === 1
  const sums = totals.map(({ units: counted, all, isWhole }) =>
    counted.length === 0 ? null : { ...all, isWhole },
  )
  const ofType = types.map((type, at) => ({
    id: `type-${at}`,
    name: type ?? untyped,
    points: totals.map(({ units: counted, byType, isWhole }) => {
      const own = byType.find((one) => one.type === type)
      return counted.length === 0 || own === undefined ? null : { ...own, isWhole }
    }),
  }))
  const ofUnit = units.map(({ unit, cells }, at) => ({
    id: `unit-${at}`,
    name: unit,
    points: cells.map((cell) => cell && { ...cell.all, isWhole: cell.isWhole }),
  }))
  const all = { id: 'all', name: `合计（${units.length} 个单位中有记录的）`, points: sums }
  return [...(isOne ? [] : [all]), ...(isOne ? ofUnit : []), ...ofType, ...(isOne ? [] : ofUnit)]
}

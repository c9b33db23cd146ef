import { daysBetween } from '../../../model/date.ts'
import type { Table } from '../../../model/table.ts'

export interface Span {
  readonly name: string
  readonly cases: number
}

export interface Durations {
  /** Closed cases whose two days are known and in order. */
  readonly cases: number
  readonly spans: readonly Span[]
}

// Among the bounds are the limits of the law: 90 days, with extensions 120; about 3 and 6 months.
const bounds = [30, 60, 90, 120, 180] as const

function spansOf(days: readonly number[]): readonly Span[] {
  const last = bounds[bounds.length - 1] ?? 0
  const inside = bounds.map((upper, index) => {
    const lower = index === 0 ? 0 : (bounds[index - 1] ?? 0) + 1
    const name = index === 0 ? `${upper} 天以内` : `${lower}–${upper} 天`
    return { name, cases: days.filter((count) => count >= lower && count <= upper).length }
  })
  return [...inside, { name: `${last} 天以上`, cases: days.filter((count) => count > last).length }]
}

/** Calendar days from 立案 to 结案. */
export function durationsOf({ sections }: Pick<Table, 'sections'>): Durations {
  const days = sections
    .flatMap(({ rows }) => rows)
    .flatMap(({ open, filed, closed }) => (open || !filed || !closed ? [] : [daysBetween(filed, closed)]))
    .filter((count) => count >= 0)
  return { cases: days.length, spans: spansOf(days) }
}

import { type Case, type Column, columns, type Layout } from '../model/case.ts'
import type { ActiveRule } from './active-rule.ts'

/** What the cases visited so far had for the rules to go by. */
export interface Seen {
  /** The columns that some log has; undefined where no case was seen. */
  readonly columns: ReadonlySet<Column> | undefined
  /** By rule: what it could not judge. */
  readonly unjudged: ReadonlyMap<string, string>
}

export function seenColumns() {
  let last: Layout | undefined
  const columnsSeen = new Set<Column>()
  return {
    visit({ layout }: Case): void {
      if (layout === last) return
      last = layout
      for (const column of columns) if (layout.index[column] !== undefined) columnsSeen.add(column)
    },
    all: () => (last === undefined ? undefined : columnsSeen),
  }
}

export function unjudgedBy(active: readonly ActiveRule[]): Seen['unjudged'] {
  return new Map(
    active.flatMap(({ rule, visitor }): [string, string][] => {
      const reason = visitor.unjudged?.()
      return reason === undefined ? [] : [[rule.id, reason]]
    }),
  )
}

import { type Case, type Column, columnBit, columns, type Layout } from '../model/case.ts'
import type { Severity } from '../model/finding.ts'
import type { CaseRule, Context, Visitor } from './rule.ts'

export type Overrides = Readonly<Record<string, Severity | 'off'>>

export interface ActiveRule {
  readonly rule: CaseRule
  readonly severity: Severity
  /** Set by the user. */
  readonly isSet: boolean
  readonly reads: number
  readonly visitor: Visitor
}

function silent({ visit }: Visitor): Visitor {
  return { visit: (c) => (visit(c) === undefined ? undefined : []) }
}

export function activate(
  rules: readonly CaseRule[],
  context: Context,
  overrides: Overrides,
): readonly ActiveRule[] {
  return rules.flatMap((rule) => {
    const severity = overrides[rule.id] ?? rule.severity
    // One that ends the checking of a case ends it also where nobody is to hear why.
    if (severity === 'off' && !rule.final) return []
    const check = rule.check(context)
    if (check === undefined) return []
    const visitor = typeof check === 'function' ? { visit: check } : check
    return [
      {
        rule,
        severity: severity === 'off' ? rule.severity : severity,
        isSet: overrides[rule.id] !== undefined,
        reads: rule.reads.reduce((bits, column) => bits | columnBit[column], 0),
        visitor: severity === 'off' ? silent(visitor) : visitor,
      },
    ]
  })
}

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

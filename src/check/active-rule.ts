import { columnBit } from '../model/case.ts'
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

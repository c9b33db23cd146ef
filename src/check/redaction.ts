import type { Explained, Finding } from '../model/finding.ts'
import type { Rule } from './rule.ts'

// What may be shown to somebody who is not to see the cases: where something is wrong, which rule says so, what to do.
// A message is made of what stands in the cells, and so is many a remedy: the rule's own words take their place. What
// is kept is named here, so that whatever a finding may hold one day is left out until somebody thinks of it.

/** A number in what somebody wrote freely is more often than not a person's. */
export function maskedDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, '*')
}

type Telling = <T extends Finding | Explained>(one: T) => T

export function withoutValues(all: readonly Rule[]): Telling {
  const rules = new Map(all.map((rule) => [rule.id as string, rule]))
  function told<T extends Finding | Explained>(finding: T): T
  function told({ rule, severity, path, sheet, line, cell, column, heading, reason }: Finding): Finding {
    const { summary = '', remedy = '' } = rules.get(rule) ?? {}
    return {
      ...{ rule, severity, path, message: summary, remedy },
      ...(sheet !== undefined && { sheet }),
      ...(line !== undefined && { line }),
      ...(cell !== undefined && { cell }),
      ...(column !== undefined && { column }),
      ...(heading !== undefined && { heading }),
      ...(reason !== undefined && { reason: maskedDigits(reason) }),
    }
  }
  return told
}

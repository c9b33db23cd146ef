import type { FailLevel } from '../commands/options.ts'
import { type Counts, type Finding, type Severity, severities } from '../model/finding.ts'
import type { RuleCount } from '../model/run.ts'

export interface Tally {
  readonly add: (finding: Finding) => void
  readonly counts: () => Counts
  readonly byRule: () => readonly RuleCount[]
}

/** Counts findings by severity and by rule, most serious first and in the order of the rules. */
export function createTally(rules: readonly { readonly id: string; readonly summary: string }[]): Tally {
  const found = new Map<string, { rule: string; severity: Severity; count: number }>()
  const place = new Map(rules.map(({ id }, at) => [id, at]))
  const sum = (severity: Severity): number =>
    [...found.values()].reduce((total, entry) => total + (entry.severity === severity ? entry.count : 0), 0)
  return {
    add({ rule, severity }) {
      const key = `${severity} ${rule}`
      const entry = found.get(key) ?? { rule, severity, count: 0 }
      entry.count++
      found.set(key, entry)
    },
    counts: () => ({ error: sum('error'), warning: sum('warning'), note: sum('note') }),
    byRule: () =>
      [...found.values()]
        .map((entry) => ({ ...entry, summary: rules[place.get(entry.rule) ?? -1]?.summary ?? '' }))
        .sort(
          (one, other) =>
            severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
            (place.get(one.rule) ?? 0) - (place.get(other.rule) ?? 0),
        ),
  }
}

/** Whether anything stands at or above the level that makes a run fail. */
export function failsAt(level: FailLevel, counts: Counts): boolean {
  if (level === 'never') return false
  return severities.slice(0, severities.indexOf(level) + 1).some((severity) => counts[severity] > 0)
}

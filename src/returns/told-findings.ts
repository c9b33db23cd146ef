import type { Checker } from '../check/check.ts'
import { createExplaining, type RunScope } from '../check/explained.ts'
import type { SinceEarlier } from '../model/explanation.ts'
import { type Counts, type Explained, type Finding, type Severity, severities } from '../model/finding.ts'
import { meansUnreadRows } from '../model/log-fault.ts'
import type { RuleCount } from '../model/run.ts'
import { allRules } from '../rules/index.ts'
import type { Setup } from './setup.ts'

/** What of a run's findings is known at its end. */
export interface FindingTotals {
  readonly counts: Counts
  readonly byRule: readonly RuleCount[]
  readonly explained: readonly Explained[]
  /** undefined: no list was given back. */
  readonly since: SinceEarlier | undefined
  /** Findings of other rules than those that alone are shown. */
  readonly notShown: number
}

/** Counts findings by severity and by rule, most serious first and in the order of the rules. */
function countFindings() {
  const found = new Map<string, { rule: string; severity: Severity; count: number }>()
  const place = new Map(allRules.map(({ id }, at) => [id, at]))
  const sum = (severity: Severity): number =>
    [...found.values()].reduce((total, entry) => total + (entry.severity === severity ? entry.count : 0), 0)
  return {
    add({ rule, severity }: Finding): void {
      const key = `${severity} ${rule}`
      const entry = found.get(key) ?? { rule, severity, count: 0 }
      entry.count++
      found.set(key, entry)
    },
    totals: () => ({
      counts: { error: sum('error'), warning: sum('warning'), note: sum('note') },
      byRule: [...found.values()]
        .map((entry) => ({ ...entry, summary: allRules[place.get(entry.rule) ?? -1]?.summary ?? '' }))
        .sort(
          (one, other) =>
            severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
            (place.get(one.rule) ?? 0) - (place.get(other.rule) ?? 0),
        ),
    }),
  }
}

/**
 * The one place where findings meet who is told of them: those that the unit has explained are kept apart, the others
 * are counted, and where one kind alone is asked for the rest is counted only.
 */
export function tellFindings({ explanations, settings }: Setup, tell: (standing: Finding) => void) {
  const explaining = createExplaining(explanations)
  const counting = countFindings()
  const explained: Explained[] = []
  let notShown = 0
  const isShown = ({ rule }: Finding): boolean =>
    settings.only.length === 0 || settings.only.includes(rule) || meansUnreadRows(rule)
  const finding = (found: Finding): void => {
    const judged = explaining.judge(found)
    if (!isShown(found)) notShown += 1
    else if (judged.explained) explained.push(judged.explained)
    else {
      counting.add(judged.finding)
      tell(judged.finding)
    }
  }
  return {
    finding,
    /** What is to be said of the explanations themselves, once all logs are read. */
    end(scope: RunScope, { word }: Checker): void {
      for (const [fault, place] of explaining.end(scope)) for (const one of word(fault, place)) finding(one)
    },
    totals: (): FindingTotals => ({ ...counting.totals(), explained, since: explaining.since(), notShown }),
  }
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** What was read, and which rules could speak of it: an explanation of anything else may be needed another time. */
export function scopeOf(
  logs: readonly { readonly path: string }[],
  { settings, circumstances }: Setup,
  { saysUnit, isCompared }: { readonly saysUnit: boolean; readonly isCompared: boolean },
): RunScope {
  const read = new Set(logs.map(({ path }) => baseName(path)))
  const compares = new Set(allRules.flatMap((rule) => ('compare' in rule ? [rule.id] : [])))
  return {
    isRead: (log) => log === '' || read.has(baseName(log)),
    hasRun: (rule) =>
      settings.rules[rule] !== 'off' &&
      (isCompared || !compares.has(rule)) &&
      (saysUnit || !rule.startsWith('unit-')) &&
      (circumstances.foldsRepeatedLogs || rule !== 'log-repeated'),
  }
}

import type { Checker } from '../check/check.ts'
import { createExplaining, type Explaining, type RunScope } from '../check/explained.ts'
import { withoutValues } from '../check/redaction.ts'
import type { Rule } from '../check/rule.ts'
import { type Column, headings } from '../model/case.ts'
import type { SinceEarlier } from '../model/explanation.ts'
import { type Counts, type Explained, type Finding, type Severity, severities } from '../model/finding.ts'
import { meansUnreadRows } from '../model/log-fault.ts'
import type { RuleCount, RuleStatus } from '../model/run.ts'
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
export function countFindings() {
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

const withoutAnyValues = withoutValues(allRules)

/** As the run is to tell a finding. */
export function tellable({ settings }: Pick<Setup, 'settings'>): typeof withoutAnyValues {
  return settings.redact ? withoutAnyValues : (one) => one
}

/**
 * The one place where findings meet who is told of them: those that the unit has explained are kept apart, the others
 * are counted, and where one kind alone is asked for the rest is counted only.
 */
export function tellFindings(
  { explanations, settings }: Setup,
  tell: (finding: Finding) => void,
  /** Shared by the returns of many units: a list may be about them all. */
  explaining: Explaining = createExplaining(explanations),
) {
  const counting = countFindings()
  const told = tellable({ settings })
  const explained: Explained[] = []
  let notShown = 0
  const isShown = ({ rule }: Finding): boolean =>
    settings.only.length === 0 || settings.only.includes(rule) || meansUnreadRows(rule)
  const finding = (found: Finding): void => {
    const judged = explaining.judge(found)
    if (!isShown(found)) notShown += 1
    else if (judged.explained) explained.push(told(judged.explained))
    else {
      counting.add(judged.finding)
      tell(told(judged.finding))
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

interface RunKind {
  /** Whether it is said that no unit is named, or several. */
  readonly saysUnit: boolean
  readonly isCompared: boolean
  /** Whether whose return it is had to be found among many. */
  readonly isCollected?: boolean
}

/** Who is asked for one return asks for no roster. */
const ofCollecting: ReadonlySet<string> = new Set([
  'unit-unknown',
  'unit-ambiguous',
  'unit-returned-twice',
  'case-number-elsewhere',
])

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** What was read, and which rules could speak of it: an explanation of anything else may be needed another time. */
export function scopeOf(
  logs: readonly { readonly path: string }[],
  { settings, circumstances }: Setup,
  { saysUnit, isCompared, isCollected = false }: RunKind,
): RunScope {
  const read = new Set(logs.map(({ path }) => baseName(path)))
  const compares = new Set(allRules.flatMap((rule) => ('compare' in rule ? [rule.id] : [])))
  return {
    isRead: (log) => log === '' || read.has(baseName(log)),
    hasRun: (rule) =>
      settings.rules[rule] !== 'off' &&
      (isCompared || !compares.has(rule)) &&
      (saysUnit || !rule.startsWith('unit-')) &&
      (isCollected || !ofCollecting.has(rule)) &&
      (circumstances.foldsRepeatedLogs || rule !== 'log-repeated'),
  }
}

/** Why a rule has nothing to speak of in this kind of run, whatever the logs hold. */
function unaskedBecause(
  rule: Rule,
  setup: Setup,
  { saysUnit, isCompared, isCollected }: RunKind,
): string | undefined {
  if ('compare' in rule && !isCompared) return '没有以往的报送可以比对'
  if (rule.id.startsWith('unit-') && !saysUnit) return '核对台账时不问填报单位'
  if (ofCollecting.has(rule.id) && !isCollected) return '汇总各单位的报送（collect）时才查'
  if (rule.id.startsWith('explanation-') && setup.explanations === undefined)
    return '没有给出写了说明的问题清单'
  if (rule.id === 'log-repeated' && !setup.circumstances.foldsRepeatedLogs) return '出表时逐行报出重复'
  return undefined
}

/** A rule is silent where a column it reads is missing from every log. */
function missingColumn(rule: Rule, present: ReadonlySet<Column> | undefined): string | undefined {
  if (present === undefined || !('reads' in rule)) return undefined
  const missing = rule.reads.find((column) => !present.has(column))
  return missing && `台账没有“${headings[missing]}”一栏`
}

function speakerOf(id: string, { settings }: Setup): string {
  const isInConfig = settings.config.rules?.[id] === settings.rules[id]
  return isInConfig ? `在 ${settings.configPath} 里` : '用 --rule '
}

function statusOf(rule: Rule, setup: Setup, kind: RunKind, seen: ReturnType<Checker['seen']>): RuleStatus {
  const { id } = rule
  const set = setup.settings.rules[id]
  if (set === 'off') return { id, status: 'off', reason: `已${speakerOf(id, setup)}关闭` }
  const unasked = unaskedBecause(rule, setup, kind)
  if (unasked !== undefined) return { id, status: 'not-applicable', reason: unasked, isUsual: true }
  const missing = missingColumn(rule, seen.columns)
  if (missing !== undefined) return { id, status: 'not-applicable', reason: missing }
  const isLowered = set !== undefined && severities.indexOf(set) > severities.indexOf(rule.severity)
  if (isLowered) return { id, status: 'lowered', reason: `已${speakerOf(id, setup)}降级` }
  return { id, status: 'ran', reason: seen.unjudged.get(id) ?? null }
}

/** What became of every rule in this run: nothing that was not looked at may pass for found in order. */
export function whatRan(setup: Setup, kind: RunKind, checker: Checker): readonly RuleStatus[] {
  const seen = checker.seen()
  return allRules.map((rule) => statusOf(rule, setup, kind, seen))
}

import type { Case } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import type { Finding } from '../model/finding.ts'
import type { LeftOutCase } from '../model/report.ts'
import type { ShownBefore } from '../model/shown-before.ts'
import type { Period } from '../model/table.ts'
import { isInPeriod } from './period.ts'

export interface Scope {
  readonly types: readonly CaseType[]
  readonly period: Period
  /** Absent where no archive knows a return of the unit. */
  readonly shown?: ShownBefore
}

export interface Sifted {
  readonly kept: readonly Case[]
  readonly leftOut: readonly LeftOutCase[]
}

function keyOf(path: string, sheet: string | undefined, line: number): string {
  return `${path}\n${sheet ?? ''}\n${line}`
}

/** Said beside a log, of what is not in it: no row is the worse for it. */
const aboutNoLog: ReadonlySet<string> = new Set(['case-vanished', 'unit-missing', 'unit-conflict'])

/** Such an error leaves no row of the log in the table. */
export function isAboutLog({ rule, line }: Finding): boolean {
  return (line === undefined && !aboutNoLog.has(rule)) || rule.startsWith('heading-')
}

function rulesBy(findings: readonly Finding[], keyOfFinding: (finding: Finding) => string) {
  const rules = new Map<string, string[]>()
  for (const finding of findings) {
    const key = keyOfFinding(finding)
    const known = rules.get(key)
    if (known === undefined) rules.set(key, [finding.rule])
    else if (!known.includes(finding.rule)) known.push(finding.rule)
  }
  return rules
}

function rulesByRow(findings: readonly Finding[]) {
  const ofRows = findings.filter((finding) => !isAboutLog(finding))
  return rulesBy(ofRows, ({ path, sheet, line = 0 }) => keyOf(path, sheet, line))
}

const none: readonly string[] = []

/** Keeps what belongs in the table and says of every other case why it does not. */
export function sift(cases: readonly Case[], findings: readonly Finding[], scope: Scope): Sifted {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const againstLog = rulesBy(errors.filter(isAboutLog), ({ path }) => path)
  const againstRow = rulesByRow(errors)
  const aboutType = rulesByRow(findings.filter(({ column }) => column === 'type'))
  const verdict = (c: Case): Pick<LeftOutCase, 'reason' | 'rules'> | undefined => {
    const { path, sheet } = c.layout
    const key = keyOf(path, sheet, c.line)
    const rules = [...(againstLog.get(path) ?? none), ...(againstRow.get(key) ?? none)]
    if (rules.length > 0) return { reason: 'rule', rules }
    if (!c.type || !scope.types.includes(c.type)) {
      return { reason: 'out-of-scope', rules: aboutType.get(key) ?? none }
    }
    return isInPeriod(c, scope.period, scope.shown) ? undefined : { reason: 'period', rules: none }
  }
  const kept: Case[] = []
  const leftOut: LeftOutCase[] = []
  for (const c of cases) {
    const against = verdict(c)
    const { path, sheet } = c.layout
    if (against === undefined) kept.push(c)
    else leftOut.push({ path, ...(sheet !== undefined && { sheet }), line: c.line, ...against })
  }
  return { kept, leftOut }
}

import { type Case, columnBit, type Layout } from '../model/case.ts'
import { createContinuity, type SameCase } from '../model/continuity.ts'
import type { Finding } from '../model/finding.ts'
import { type PreviousCase, previousCaseOf } from '../model/previous-case.ts'
import { outOfTable } from '../model/scope.ts'
import type { Overrides } from './active-rule.ts'
import { findingOf } from './check.ts'
import type { Context, ReturnRule, Returns, Rule } from './rule.ts'

/** A return that was read whole, with what was found case by case. */
export interface CheckedReturn {
  readonly cases: readonly Case[]
  readonly findings: readonly Finding[]
  /** Where what is said of the return as a whole stands. */
  readonly layout: Layout
  /** No log is missing, and no rows could not be read: they may hold what seems to be gone from the others. */
  readonly isWhole: boolean
}

export interface ReturnCircumstances extends Pick<Context, 'asOf' | 'types' | 'showsAll'> {
  /** Every case a return has shown, as the latest that showed it did. */
  readonly previous: readonly PreviousCase[]
}

function keyOf(path: string, sheet: string | undefined, line: number | undefined): string {
  return `${path}\n${sheet ?? ''}\n${line}`
}

function keyOfCase({ layout, line }: Case): string {
  return keyOf(layout.path, layout.sheet, line)
}

/** Whether something that comes earlier in the order of checking has been said of what a rule reads in a case. */
function createSpoken(rules: readonly Rule[], findings: readonly Finding[]) {
  const place = new Map(rules.map(({ id }, at) => [id, at]))
  const final = new Set(rules.flatMap((rule) => ('final' in rule && rule.final ? [rule.id] : [])))
  const byCase = new Map<string, Finding[]>()
  for (const one of findings) {
    const key = keyOf(one.path, one.sheet, one.line)
    byCase.set(key, [...(byCase.get(key) ?? []), one])
  }
  return (rule: ReturnRule, c: Case): boolean => {
    if (rule.reads.some((column) => (c.faulty & columnBit[column]) !== 0)) return true
    const at = place.get(rule.id) ?? 0
    return (byCase.get(keyOfCase(c)) ?? []).some(
      (said) =>
        final.has(said.rule) ||
        ((place.get(said.rule) ?? 0) < at && said.column !== undefined && rule.reads.includes(said.column)),
    )
  }
}

function returnsOf(
  { previous, ...known }: ReturnCircumstances,
  { cases, layout, isWhole }: CheckedReturn,
): Returns {
  const continuity = createContinuity<PreviousCase, Case>(previous, previousCaseOf)
  const met = cases.flatMap((now) => {
    const before = continuity.meet(now)
    return before === undefined ? [] : [{ previous: before, now }]
  })
  if (!isWhole) continuity.miss()
  const { same, renumbered, vanished } = continuity.remainder()
  const isCollected = ({ type }: Case | PreviousCase): boolean => !!type && known.types.includes(type)
  // What is left out of the table has no cells there that could have changed.
  const isShown = ({ now }: SameCase): boolean =>
    isCollected(now) && outOfTable(now, known.types) === undefined
  return {
    ...known,
    layout,
    pairs: [...met, ...same].filter(isShown),
    renumbered: renumbered.filter(isShown),
    vanished: vanished.filter(isCollected),
  }
}

interface SaidOfCase {
  readonly case: Case | undefined
  readonly finding: Finding
}

/** What each rule says, of what the rules before it have not spoken of. */
function sayAll(
  rules: readonly Rule[],
  overrides: Overrides,
  returns: Returns,
  isSpoken: (rule: ReturnRule, c: Case) => boolean,
): SaidOfCase[] {
  const spokenHere = new Map<Case, number>()
  const isSilent = (rule: ReturnRule, c: Case): boolean =>
    isSpoken(rule, c) || rule.reads.some((column) => ((spokenHere.get(c) ?? 0) & columnBit[column]) !== 0)
  return rules.flatMap((rule) => {
    const severity = overrides[rule.id]
    if (!('compare' in rule) || severity === 'off') return []
    const active = { rule, severity: severity ?? rule.severity, isSet: severity !== undefined }
    const faults = rule.compare(returns).filter(({ case: c }) => c === undefined || !isSilent(rule, c))
    for (const { case: c, column } of faults) {
      if (c && column) spokenHere.set(c, (spokenHere.get(c) ?? 0) | columnBit[column])
    }
    return faults.map((fault) => ({ case: fault.case, finding: findingOf(active, fault, undefined) }))
  })
}

/** Runs the rules that compare a return with those handed in before; in the order of its cases, the return's own last. */
export function compareReturns(
  rules: readonly Rule[],
  circumstances: ReturnCircumstances,
  overrides: Overrides,
  now: CheckedReturn,
): readonly Finding[] {
  const said = sayAll(rules, overrides, returnsOf(circumstances, now), createSpoken(rules, now.findings))
  const order = new Map(now.cases.map((c, at) => [c, at]))
  const placeOf = (c: Case | undefined): number => (c && order.get(c)) ?? now.cases.length
  return said.sort((one, other) => placeOf(one.case) - placeOf(other.case)).map(({ finding }) => finding)
}

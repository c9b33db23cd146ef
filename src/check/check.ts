import { type Case, columnBit, isComplete, type Layout } from '../model/case.ts'
import { createContinuity } from '../model/continuity.ts'
import type { Finding } from '../model/finding.ts'
import type { LogFault, LogFaultId, Place } from '../model/log-fault.ts'
import { type PreviousCase, previousCaseOf } from '../model/previous-case.ts'
import { type ActiveRule, activate, type Overrides } from './active-rule.ts'
import { createNumbers } from './numbers.ts'
import { placeOf } from './place.ts'
import type { CaseRule, Context, Fault, Faults, LogRule, Rule } from './rule.ts'

/** What the caller decides; what rules remember together is made here, anew for each run. */
export interface Circumstances extends Omit<Context, 'numbers' | 'continuity'> {
  readonly previous?: readonly PreviousCase[]
}

export interface Checker {
  /** What is wrong with one case; cases come in the order of the logs. */
  readonly visit: (c: Case) => readonly Finding[]
  /** A fault that reading has met, worded; nothing when its rule is off. */
  readonly word: (fault: LogFault, place: Place) => readonly Finding[]
  readonly endLog: (layout: Layout) => readonly Finding[]
}

export interface ReturnChecker extends Checker {
  /** What only all logs together show; `layout` is where it is said. Not to be asked when a log is missing. */
  readonly end: (layout: Layout) => readonly Finding[]
}

const none: readonly Finding[] = []

function findingOf({ rule, severity, isSet }: ActiveRule, fault: Fault, visited: Case | undefined): Finding {
  const c = fault.case ?? visited
  const { column, place = c } = fault
  const layout = fault.layout ?? place?.layout ?? { path: '', index: {}, heading: {} }
  const value = fault.value ?? (column && c ? c.text[column] : '')
  return {
    rule: rule.id,
    severity: isSet ? severity : (fault.severity ?? severity),
    path: layout.path,
    ...placeOf(place ? { layout, line: place.line, row: place.row } : { layout }, column),
    ...(value !== '' && { value }),
    message: fault.message,
    remedy: fault.remedy ?? rule.remedy,
  }
}

function each(faults: Faults): readonly Fault[] {
  if (faults === undefined) return []
  return Array.isArray(faults) ? faults : [faults as Fault]
}

function isCaseRule(rule: Rule): rule is CaseRule {
  return 'check' in rule
}

/** The columns a rule's faults spoil for the rules behind it, as bits. */
function spokenBy(faults: readonly Fault[]): number {
  let bits = 0
  for (const fault of faults) if (fault.column && fault.case === undefined) bits |= columnBit[fault.column]
  return bits
}

function visitCase(active: readonly ActiveRule[], c: Case): readonly Finding[] {
  let spoken = c.faulty
  let findings: Finding[] | undefined
  for (const one of active) {
    if ((spoken & one.reads) !== 0) continue
    const said = one.visitor.visit(c)
    if (said === undefined) continue
    const faults = each(said)
    spoken |= spokenBy(faults)
    findings = [...(findings ?? none), ...faults.map((fault) => findingOf(one, fault, c))]
    if (one.rule.final) break
  }
  return findings ?? none
}

function wordFault(rule: LogRule, fault: LogFault, place: Place): Finding {
  const { message, value, remedy, severity = rule.severity } = rule.word(fault)
  return {
    rule: rule.id,
    severity,
    path: place.layout.path,
    ...placeOf(place, 'column' in fault ? fault.column : undefined),
    ...(value !== undefined && { value }),
    message,
    remedy: remedy ?? rule.remedy,
  }
}

/** Behind one of these rows may stand, unread, whatever seems to be gone. */
const hidesRows: ReadonlySet<string> = new Set<LogFaultId>([
  'heading-row-not-found',
  'heading-missing',
  'heading-duplicate',
  'quote-unclosed',
  'quote-swallows-rows',
])

export function mayHideRows({ rule }: Pick<Finding, 'rule'>): boolean {
  return hidesRows.has(rule)
}

/** What has been said of each case, for faults that are told only at the end. */
function createSpoken() {
  const spoken = new WeakMap<Case, number>()
  return {
    remember(c: Case, findings: readonly Finding[]): void {
      const bits = findings.reduce((all, { column }) => all | (column ? columnBit[column] : 0), c.faulty)
      if (findings.length > 0) spoken.set(c, bits)
    },
    isSilent: ({ reads }: ActiveRule, c: Case | undefined): boolean =>
      c !== undefined && ((spoken.get(c) ?? c.faulty) & reads) !== 0,
  }
}

/** Runs every rule over each case in their order: a cell that has a finding silences the later rules that read it. */
export function createChecker(
  rules: readonly Rule[],
  circumstances: Circumstances,
  overrides: Overrides = {},
): ReturnChecker {
  const { previous, ...known } = circumstances
  const continuity = previous && createContinuity(previous, previousCaseOf)
  const context: Context = {
    ...known,
    // Where the rule that says it once is off, repeated rows are said one by one.
    foldsRepeatedLogs: circumstances.foldsRepeatedLogs && overrides['log-repeated'] !== 'off',
    numbers: createNumbers(),
    ...(continuity && { continuity }),
  }
  const spoken = createSpoken()
  const active = activate(rules.filter(isCaseRule), context, overrides)
  const ofComplete = active.filter(({ rule }) => !rule.incompleteOnly)
  const logRules = new Map(rules.flatMap((rule) => (isCaseRule(rule) ? [] : [[rule.id, rule] as const])))
  return {
    visit(c) {
      const findings = visitCase(isComplete(c) ? ofComplete : active, c)
      if (continuity === undefined) return findings
      continuity.meet(c)
      spoken.remember(c, findings)
      return findings
    },
    word(fault, place) {
      if (mayHideRows(fault)) continuity?.miss()
      const rule = logRules.get(fault.rule)
      const severity = overrides[fault.rule]
      if (!rule || severity === 'off') return none
      const finding = wordFault(rule, fault, place)
      return [{ ...finding, severity: severity ?? finding.severity }]
    },
    endLog: (layout) =>
      active.flatMap((one) =>
        each(one.visitor.endLog?.(layout)).map((fault) => findingOf(one, fault, undefined)),
      ),
    end: (layout) =>
      active.flatMap((one) =>
        each(one.visitor.end?.(layout))
          .filter((fault) => !spoken.isSilent(one, fault.case))
          .map((fault) => findingOf(one, fault, undefined)),
      ),
  }
}

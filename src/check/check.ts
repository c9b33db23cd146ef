import {
  type Case,
  type Column,
  columnBit,
  columns,
  factHeadings,
  headings,
  isComplete,
  type Layout,
} from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import type { LogFault, Place } from '../model/log-fault.ts'
import {
  type ActiveRule,
  activate,
  type Overrides,
  type Seen,
  seenColumns,
  unjudgedBy,
} from './active-rule.ts'
import { createNumbers } from './numbers.ts'
import { placeOf, rowNameOf } from './place.ts'
import type { CaseRule, Context, Fault, Faults, LogRule, ReturnRule, Rule } from './rule.ts'

/** What the caller decides; what rules remember together is made here, anew for each run. */
export type Circumstances = Omit<Context, 'numbers'>

export interface Checker {
  /** What is wrong with one case; cases come in the order of the logs. */
  readonly visit: (c: Case) => readonly Finding[]
  /** A fault that reading has met, worded; nothing when its rule is off. */
  readonly word: (fault: LogFault, place: Place) => readonly Finding[]
  readonly endLog: (layout: Layout) => readonly Finding[]
  /** What the cases visited so far had for the rules to go by. */
  readonly seen: () => Seen
}

const none: readonly Finding[] = []

/** A page in a cell would make a page of the list; its beginning and its length tell whether it changed. */
const longestCell = 200

function cellInWords(heading: string, text: string): string {
  if (text === '') return `${heading}（空）`
  const whole = text.replace(/\s+/g, ' ')
  const said = whole.length > longestCell ? `${whole.slice(0, longestCell)}…（共 ${whole.length} 字）` : whole
  return `${heading}“${said}”`
}

/** As written where it cannot be read. */
function asRead(reading: string | null | undefined, text: string): string | null {
  return reading === undefined ? text : reading
}

/** Whose case a finding is about, and the written text of the cells it goes by. */
function ofCase(c: Case, reads: readonly Column[], column: Column | undefined): Partial<Finding> {
  const { text, decided } = c
  const type = asRead(c.type, text.type)
  const caseNumber = asRead(c.caseNumber, text.caseNumber)
  const filed = asRead(c.filed, text.filed)
  const cells = columns.filter((one) => one === column || reads.includes(one))
  const basis = [
    ...cells.map((one) => cellInWords(headings[one], text[one])),
    // What a rule takes for the day of closing may be this one.
    ...(decided && reads.includes('closed') ? [cellInWords(factHeadings.decided, decided)] : []),
  ]
  return {
    ...(type !== null && { type }),
    ...(caseNumber !== null && { caseNumber }),
    ...(filed !== null && { filed }),
    basis: basis.join('；'),
  }
}

function indexOf({ fact }: Fault, { facts }: Layout): Pick<Place, 'index'> {
  const index = fact && facts?.[fact]
  return index === undefined ? {} : { index }
}

export function findingOf(
  {
    rule,
    severity,
    isSet,
  }: Pick<ActiveRule, 'severity' | 'isSet'> & { readonly rule: CaseRule | ReturnRule },
  fault: Fault,
  visited: Case | undefined,
): Finding {
  const c = fault.case ?? visited
  const { column, place = c } = fault
  const layout = fault.layout ?? place?.layout ?? { path: '', index: {}, heading: {} }
  const value = fault.value ?? (column && c ? c.text[column] : '')
  const about = c && !rule.isOfWholeLog ? ofCase(c, rule.reads, column) : fault.about
  return {
    rule: rule.id,
    severity: isSet ? severity : (fault.severity ?? severity),
    path: layout.path,
    ...placeOf(
      place ? { layout, line: place.line, row: place.row, ...indexOf(fault, layout) } : { layout },
      column,
    ),
    ...rowNameOf(place),
    ...(value !== '' && { value }),
    ...about,
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
    ...rowNameOf(place),
    ...(value !== undefined && { value }),
    message,
    remedy: remedy ?? rule.remedy,
  }
}

/** Whoever reads a list of findings knows a rule by its words. */
function inItsWords(fault: LogFault, rules: readonly Rule[]): LogFault {
  const about = 'of' in fault ? rules.find(({ id }) => id === fault.of) : undefined
  return about && 'of' in fault ? { ...fault, of: `“${about.summary}”（${about.id}）` } : fault
}

function isLogRule(rule: Rule): rule is LogRule {
  return 'word' in rule
}

/** Runs every rule over each case in their order: a cell that has a finding silences the later rules that read it. */
export function createChecker(
  rules: readonly Rule[],
  circumstances: Circumstances,
  overrides: Overrides = {},
): Checker {
  const context: Context = {
    ...circumstances,
    // Where the rule that says it once is off, repeated rows are said one by one.
    foldsRepeatedLogs: circumstances.foldsRepeatedLogs && overrides['log-repeated'] !== 'off',
    numbers: createNumbers(),
  }
  const active = activate(rules.filter(isCaseRule), context, overrides)
  const ofComplete = active.filter(({ rule }) => !rule.incompleteOnly)
  const seen = seenColumns()
  const logRules = new Map(rules.filter(isLogRule).map((rule) => [rule.id as string, rule]))
  return {
    visit(c) {
      seen.visit(c)
      return visitCase(isComplete(c) ? ofComplete : active, c)
    },
    word(fault, place) {
      const rule = logRules.get(fault.rule)
      const severity = overrides[fault.rule]
      if (!rule || severity === 'off') return none
      const finding = wordFault(rule, inItsWords(fault, rules), place)
      return [{ ...finding, severity: severity ?? finding.severity }]
    },
    seen: () => ({ columns: seen.all(), unjudged: unjudgedBy(active) }),
    endLog: (layout) =>
      active.flatMap((one) =>
        each(one.visitor.endLog?.(layout)).map((fault) => findingOf(one, fault, undefined)),
      ),
  }
}

import type { Calendar } from '../law/calendar.ts'
import type { Case, Column, Fact, Layout } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import type { SameCase } from '../model/continuity.ts'
import type { IsoDate } from '../model/date.ts'
import type { Finding, Severity } from '../model/finding.ts'
import type { LogFault, LogFaultId } from '../model/log-fault.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import type { Numbers } from './numbers.ts'

/** The units that hand in together, and the one whose return is checked. */
export interface NumberRoster {
  readonly unit: string
  readonly units: readonly { readonly name: string; readonly code: string | null }[]
  /** The first sign of the city's name stands before each county's in their numbers: 朝双市监处罚. */
  readonly collector: string
}

/** What a rule is told of the run; never the clock, the disk or another rule. */
export interface Context {
  readonly asOf: IsoDate
  readonly types: readonly CaseType[]
  /** Days off beyond those of the built-in calendar (`--holidays`). */
  readonly calendar?: Calendar
  /** Whether repeated logs are said once for the whole log (`validate`) or row by row (`report`). */
  readonly foldsRepeatedLogs: boolean
  readonly numbers: Numbers
  /** Of a return that is collected with others': whose it is, and who else there is. */
  readonly roster?: NumberRoster
  /** Where the cases of many units are compared: whose log it is. */
  readonly unitOf?: (path: string) => string
  /** Whether the return shows every case of the unit, whenever it was closed (`--period all`). */
  readonly showsAll: boolean
}

/** A return beside those the unit handed in before; of cases that are collected alone. */
export interface Returns extends Pick<Context, 'asOf' | 'types' | 'showsAll'> {
  /** Cases that were known before, by whatever they are known again. */
  readonly pairs: readonly SameCase[]
  /** A case that is gone and a new one of its type and day. */
  readonly renumbered: readonly SameCase[]
  readonly vanished: readonly PreviousCase[]
  /** Where what is said of the return as a whole stands. */
  readonly layout: Layout
}

/** With the texts where a document has no other name for its rows. */
export type CasePlace = Pick<Case, 'layout' | 'line' | 'row'> & Partial<Pick<Case, 'text'>>

/** What a rule has to say of one case: the cell, the sentence, and a remedy where the rule's own does not fit. */
export interface Fault {
  /** The case spoken of, where it is not the one just visited. */
  readonly case?: Case
  /** The same where the case itself is no longer at hand. */
  readonly place?: CasePlace
  readonly column?: Column
  /** The cell beside the form’s columns that is spoken of. */
  readonly fact?: Fact
  readonly layout?: Layout
  /** What is spoken of, where no cell holds it. */
  readonly value?: string
  /** Whose case it is, where it stands in no log. */
  readonly about?: Pick<Finding, 'type' | 'caseNumber' | 'filed'>
  readonly message: string
  readonly remedy?: string
  /** Where this one is not as grave as the rule; what the user sets for the rule outweighs it. */
  readonly severity?: Severity
}

export type Faults = Fault | readonly Fault[] | undefined

export interface Visitor {
  readonly visit: (c: Case) => Faults
  /** Called after the last case of each log, for what only the whole log shows. */
  readonly endLog?: (layout: Layout) => Faults
  /** At the end of the run: how many cases could not be judged, and why. */
  readonly unjudged?: () => string | undefined
}

export type Check = ((c: Case) => Faults) | Visitor

/** A row of an example: the cells that matter; the rest is an ordinary closed trademark case. */
export type ExampleRow = Readonly<Partial<Record<Column, string>>>

interface RuleWords {
  /** For ever: it is what scripts and configurations name. */
  readonly id: string
  readonly severity: Severity
  readonly summary: string
  /** What goes wrong in the table, or which norm stands behind it. */
  readonly why: string
  readonly remedy: string
}

export interface CaseRule extends RuleWords {
  /** Stays silent where one of these cells already has a finding: one fault, one finding. */
  readonly reads: readonly Column[]
  /** Has nothing to say of a complete case, and is not asked about one: most cases of most logs. */
  readonly incompleteOnly?: boolean
  /** Says what it has to say of the log or the return, not of a row. */
  readonly isOfWholeLog?: true
  /** Nothing more is said of a case this rule reports. */
  readonly final?: true
  /** Each is a log of one or more rows; reported once, on its last row, by this rule alone. */
  readonly bad: readonly (readonly ExampleRow[])[]
  readonly good: readonly (readonly ExampleRow[])[]
  /** Another log, read before each example: for rules that compare logs. */
  readonly before?: readonly ExampleRow[]
  /** Called once a run; what it must remember lives in its closure. Never throws, mutates or asks the clock. */
  readonly check: (context: Context) => Check | undefined
}

/** Compares a return with those handed in before, once all its cases are read. */
export interface ReturnRule extends RuleWords {
  readonly reads: readonly Column[]
  readonly isOfWholeLog?: true
  readonly bad: readonly (readonly ExampleRow[])[]
  readonly good: readonly (readonly ExampleRow[])[]
  /** The return handed in before each example. */
  readonly previous: readonly ExampleRow[]
  /** Each fault names its case, or the return as a whole. */
  readonly compare: (returns: Returns) => readonly Fault[]
}

/** Words a fault that reading the log has met. Its examples are CSV text. */
export interface LogRule<Id extends LogFaultId = LogFaultId> extends RuleWords {
  readonly id: Id
  readonly bad: readonly string[]
  readonly good: readonly string[]
  /** Another log of the same unit, read before each example: for rules that `collect` alone asks. */
  readonly before?: string
  readonly word: (fault: Extract<LogFault, { rule: Id }>) => {
    readonly message: string
    readonly value?: string
    readonly remedy?: string
    readonly severity?: Severity
  }
}

export type Rule = CaseRule | ReturnRule | LogRule

export function defineRule(rule: CaseRule): CaseRule {
  return rule
}

export function defineReturnRule(rule: ReturnRule): ReturnRule {
  return rule
}

/** Fits the rules of all faults into one list: each is given only faults of its own id. */
export function defineLogRule<Id extends LogFaultId>(rule: LogRule<Id>): LogRule {
  return { ...rule, word: (fault) => rule.word(fault as Extract<LogFault, { rule: Id }>) }
}

export function fault(column: Column, message: string, remedy?: string): Fault {
  return remedy === undefined ? { column, message } : { column, message, remedy }
}

/** 「…」 around what a clerk wrote, shortened where a cell holds a page. */
export function quoted(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > 40 ? `「${flat.slice(0, 40)}…」` : `「${flat}」`
}

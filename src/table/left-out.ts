import type { Case } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import type { ShownBefore } from '../model/continuity.ts'
import type { IsoDate } from '../model/date.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import { meansUnreadRows } from '../model/log-fault.ts'
import { type LeftOutCase, namedCase } from '../model/report.ts'
import { outOfTable } from '../model/scope.ts'
import type { Period } from '../model/table.ts'
import { filingDayOf, isInPeriod } from './period.ts'

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

type Verdict = Pick<LeftOutCase, 'reason' | 'rules' | 'message'>

function rowKey(path: string, sheet: string | undefined, line: number): string {
  return `${path}\n${sheet ?? ''}\n${line}`
}

/**
 * An error of these leaves no row of its log in the table: under such a heading no cell is sure, and of two files with
 * the same cases neither is chosen.
 */
const ofWholeLog: ReadonlySet<string> = new Set([
  'heading-row-not-found',
  'heading-missing',
  'heading-duplicate',
  'unit-returned-twice',
])

export function isAboutLog({ rule }: Pick<Finding, 'rule'>): boolean {
  return ofWholeLog.has(rule)
}

function grouped(findings: readonly Finding[], keyOf: (finding: Finding) => string) {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [finding])
    else known.push(finding)
  }
  return (key: string): readonly Finding[] => groups.get(key) ?? []
}

/** What is said of a row; of the return as a whole nothing is said here, so it leaves nothing out. */
function byRow(findings: readonly Finding[]) {
  const ofRows = findings.filter((one) => one.line !== undefined && !isAboutLog(one))
  const ofRow = grouped(ofRows, ({ path, sheet, line = 0 }) => rowKey(path, sheet, line))
  return ({ layout, line }: Case) => ofRow(rowKey(layout.path, layout.sheet, line))
}

function said(reason: LeftOutCase['reason'], findings: readonly Finding[]): Verdict {
  return {
    reason,
    rules: [...new Set(findings.map(({ rule }) => rule))],
    message: findings[0]?.message ?? null,
  }
}

const unreadableCells = [
  { column: 'type', rule: 'type-unknown', isUnreadable: ({ type }: Case) => type === undefined },
  { column: 'type', rule: 'type-missing', isUnreadable: ({ type }: Case) => type === null },
  { column: 'filed', rule: 'date-invalid', isUnreadable: ({ filed }: Case) => filed === undefined },
  { column: 'closed', rule: 'date-invalid', isUnreadable: ({ closed }: Case) => closed === undefined },
] as const

/** Whatever the level of its rule, even with none: a case of which nobody knows the type or a day is not to be counted. */
function unreadable(c: Case, findings: readonly Finding[]): Verdict | undefined {
  const cell = unreadableCells.find(({ isUnreadable }) => isUnreadable(c))
  if (cell === undefined) return undefined
  const own = findings.filter(({ column }) => column === cell.column)
  return own.length > 0 ? said('rule', own) : { reason: 'rule', rules: [cell.rule], message: null }
}

/** Keeps what belongs in the table and says of every other case why it does not. */
export function sift(cases: readonly Case[], findings: readonly Finding[], scope: Scope): Sifted {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const againstLog = grouped(errors.filter(isAboutLog), ({ path }) => path)
  const againstRow = byRow(errors)
  const aboutRow = byRow(findings)
  const verdict = (c: Case): Verdict | undefined => {
    const against = [...againstLog(c.layout.path), ...againstRow(c)]
    if (against.length > 0) return said('rule', against)
    const out = outOfTable(c, scope.types)
    if (out) return { reason: out.reason, rules: [out.rule], message: out.message }
    const isDue = isInPeriod(c, scope.period, scope.shown)
    return unreadable(c, aboutRow(c)) ?? (isDue ? undefined : said('period', []))
  }
  const kept: Case[] = []
  const leftOut: LeftOutCase[] = []
  for (const c of cases) {
    const against = verdict(c)
    if (against === undefined) kept.push(c)
    else leftOut.push({ ...namedCase(c), ...against })
  }
  return { kept, leftOut }
}

/** Where no table is made every case read is left out: these only for the others' sake. */
export function withheld(cases: readonly Case[]): readonly LeftOutCase[] {
  return cases.map((c) => ({ ...namedCase(c), ...said('withheld', []) }))
}

interface WhatWasRead {
  readonly logs: readonly Pick<LogSummary, 'path' | 'leftOut'>[]
  readonly findings: readonly Pick<Finding, 'rule' | 'path'>[]
  readonly failures: readonly { readonly path: string }[]
}

/** How many named logs were not read, or not whole, or are forms made from such logs. */
export function logsNotWhole({ logs, findings, failures }: WhatWasRead): number {
  const isGapped = ({ leftOut }: Pick<LogSummary, 'leftOut'>) => leftOut.some(({ cases }) => cases === null)
  const paths = [
    ...failures,
    ...findings.filter(({ rule }) => meansUnreadRows(rule)),
    ...logs.filter(isGapped),
  ].map(({ path }) => path)
  return new Set(paths).size
}

export interface Between {
  /** Every case read, in the order of reading. */
  readonly cases: readonly Case[]
  readonly kept: readonly Case[]
  /** Of the others, in the same order. */
  readonly leftOut: readonly LeftOutCase[]
  /** Absent without an archive. */
  readonly shown: ShownBefore | undefined
  /** The last due day of the year before the period; null: there is none. */
  readonly lastDue: IsoDate | null
  /** The last day of the period: what was filed later is not late for anything. */
  readonly end: IsoDate
}

/**
 * Cases that the period leaves out and no return has shown: they would reach no return at all. An archive knows which
 * these are. Without one, whoever closed a case after the last due day of a year has had no return to put it in, and a
 * table of the new year leaves it out.
 */
export function neverReturned({ cases, kept, leftOut, shown, lastDue, end }: Between): readonly Case[] {
  const inTable = new Set(kept)
  const others = cases.filter((c) => !inTable.has(c))
  const outside = others.filter((_, at) => leftOut[at]?.reason === 'period')
  if (shown !== undefined) return outside.filter((c) => !shown.has(c))
  return outside.filter((c) => {
    const filed = filingDayOf(c)
    return lastDue !== null && c.closed && c.closed > lastDue && filed !== null && filed <= end
  })
}

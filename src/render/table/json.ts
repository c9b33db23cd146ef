import { type Column, columns } from '../../model/case.ts'
import type { ReportDocument } from '../../model/documents/report.ts'
import type { Finding } from '../../model/finding.ts'
import type { LeftOutCase, NamedCase, ReportFacts } from '../../model/report.ts'
import type { RunHead, RunSummary } from '../../model/run.ts'
import type { Statistics, TableRow, Tally } from '../../model/table.ts'
import { explainedDocument, findingDocument, ruleDocument, slashed } from '../findings/json.ts'
import { printable } from '../printable.ts'
import { cellTexts } from './cells.ts'

export interface Report {
  readonly head: RunHead
  readonly facts: ReportFacts
  /** null: withheld because of errors. */
  readonly statistics: Statistics | null
  readonly findings: readonly Finding[]
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[]
  readonly run: Pick<RunSummary, 'counts' | 'rules' | 'explained' | 'skipped' | 'failures' | 'exitCode'>
}

export function sourceDocument<T extends { readonly path: string }>(source: T): T {
  return { ...source, path: slashed(source.path) }
}

export function rowDocument(row: TableRow): ReportDocument['sections'][number]['rows'][number] {
  const texts = cellTexts(row)
  const text = (column: Column) => texts[columns.indexOf(column)] || null
  const { serial, type, filed, closed, published, source } = row
  return {
    serial,
    type,
    caseNumber: text('caseNumber'),
    filed,
    closed,
    outcome: text('outcome'),
    published,
    url: text('url'),
    remark: text('remark'),
    source: sourceDocument(source),
  }
}

type TallyDocument = ReportDocument['totals']['all']

export function tallyDocument(tally: Tally): TallyDocument {
  return { ...tally, outcomes: [...tally.outcomes] }
}

export const nothing: Tally = {
  cases: 0,
  carried: 0,
  filed: 0,
  closed: 0,
  open: 0,
  published: 0,
  medianDays: null,
  timed: 0,
  outcomes: [],
  confirmed: 0,
  invalidated: 0,
}

export function leftOutDocument(one: LeftOutCase): ReportDocument['leftOut'][number] {
  const { path, sheet, line, type, caseNumber, filed, reason, rules, message } = one
  return sourceDocument({ path, sheet, line, type, caseNumber, filed, reason, rules: [...rules], message })
}

function namedDocument(one: NamedCase): ReportDocument['closedLater'][number] {
  const { path, sheet, line, type, caseNumber, filed } = one
  return sourceDocument({ path, sheet, line, type, caseNumber, filed })
}

function tableDocument(statistics: Statistics | null): Pick<ReportDocument, 'sections' | 'totals'> {
  if (statistics === null) return { sections: [], totals: { byType: [], all: tallyDocument(nothing) } }
  const { table, totals } = statistics
  return {
    sections: table.sections.map(({ type, rows }) => ({ type, rows: rows.map(rowDocument) })),
    totals: {
      byType: totals.byType.map(({ type, ...tally }) => ({ type, ...tallyDocument(tally) })),
      all: tallyDocument(totals.all),
    },
  }
}

function roundDocument({ current }: ReportFacts['deadline']): ReportDocument['round'] {
  if (current === null) return null
  const { id, due, status, daysLeft } = current
  return { id, due, status, daysLeft }
}

function documentOf({ head, facts, statistics, findings, outputs, run }: Report): ReportDocument {
  return {
    schemaVersion: 1,
    tool: head.tool,
    asOf: head.asOf,
    programme: head.programme,
    round: roundDocument(facts.deadline),
    unit: facts.unit === null ? null : printable(facts.unit),
    previous: typeof facts.comparison === 'string' ? null : facts.comparison,
    date: head.asOf,
    period: facts.period.name,
    periodFrom: facts.period.from,
    periodTo: facts.period.to,
    ...tableDocument(statistics),
    leftOut: facts.leftOut.map(leftOutDocument),
    neverReturned: facts.neverReturned.cases.map(namedDocument),
    closedLater: facts.closedLater.map(namedDocument),
    findings: findings.map(findingDocument),
    explained: run.explained.map(explainedDocument),
    rules: run.rules.map(ruleDocument),
    counts: run.counts,
    outputs: outputs.map(sourceDocument),
    skipped: run.skipped.map(sourceDocument),
    failures: run.failures.map(sourceDocument),
    exitCode: run.exitCode,
  }
}

/** The whole report for scripts, also when no table could be made. */
export function reportJson(report: Report): string {
  return `${JSON.stringify(documentOf(report), null, 2)}\n`
}

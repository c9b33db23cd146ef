import type { Collected, RosterCounts, UnitReturn } from '../../model/collected.ts'
import type { DeskLists } from '../../model/desk-lists.ts'
import type { CollectDocument } from '../../model/documents/collect.ts'
import type { RecordedUnits } from '../../model/recorded.ts'
import type { NamedCase } from '../../model/report.ts'
import type { RunHead, RunSummary } from '../../model/run.ts'
import type { Totals } from '../../model/table.ts'
import { explainedDocument, findingDocument, ruleDocument, sinceDocument, slashed } from '../findings/json.ts'
import { leftOutDocument, nothing, rowDocument, sourceDocument, tallyDocument } from '../table/json.ts'

export interface CollectReport {
  readonly head: RunHead
  readonly collected: Collected
  /** Why no table is made. */
  readonly refusal: string | undefined
  /** null: nothing was to be noted in the archive. */
  readonly recorded: RecordedUnits | null
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[]
  readonly run: Pick<RunSummary, 'rules' | 'since' | 'skipped' | 'failures' | 'exitCode'>
}

function rosterDocument({ 'on-time': onTime, ...others }: RosterCounts): CollectDocument['roster'] {
  return { ...others, onTime }
}

function unitDocument(one: UnitReturn): CollectDocument['units'][number] {
  const { unit, isExpected, status, paths, receivedOn, receivedFrom, cases, kept, counts, explained } = one
  const { since } = one
  return {
    unit,
    isExpected,
    status,
    paths: paths.map(slashed),
    receivedOn,
    receivedFrom,
    cases: cases.length,
    listed: kept.length,
    counts,
    explained: explained.length,
    since: sinceDocument(since),
  }
}

function totalsDocument({ byType, all }: Totals): Pick<CollectDocument['totals'], 'byType' | 'all'> {
  return {
    byType: byType.map(({ type, ...tally }) => ({ type, ...tallyDocument(tally) })),
    all: tallyDocument(all),
  }
}

function tableDocument({ collected, refusal }: CollectReport): Pick<CollectDocument, 'sections' | 'totals'> {
  if (refusal !== undefined) {
    return { sections: [], totals: { byUnit: [], byType: [], all: tallyDocument(nothing) } }
  }
  const { table, totals } = collected.statistics
  return {
    sections: table.sections.map(({ type, rows }) => ({
      type,
      rows: rows.map((row) => ({ ...rowDocument(row), unit: row.unit ?? '' })),
    })),
    totals: {
      byUnit: collected.byUnit.map(({ unit, ...own }) => ({ unit, ...totalsDocument(own) })),
      ...totalsDocument(totals),
    },
  }
}

function listedCase<One extends NamedCase>({ row, serial, ...one }: One): Omit<One, 'row' | 'serial'> {
  return sourceDocument(one)
}

function listsDocument({ unpublished, review, typical, sums }: DeskLists): CollectDocument['lists'] {
  return {
    unpublished: unpublished.map(listedCase),
    review: review.map((one) => ({ ...listedCase(one), reasons: [...one.reasons] })),
    typical: typical.map(listedCase),
    sums: [...sums],
  }
}

function recordedDocument(noted: RecordedUnits): NonNullable<CollectDocument['recorded']> {
  const { archive, recorded, unchanged, refused, differing } = noted
  return {
    archive: slashed(archive),
    recorded: recorded.map(({ path, ...one }) => ({ path: slashed(path), ...one })),
    unchanged: [...unchanged],
    refused: [...refused],
    differing: [...differing],
  }
}

function documentOf(report: CollectReport): CollectDocument {
  const { head, collected, recorded, outputs, run } = report
  const { round, reason, period, units, roster, statistics, findings, explained, counts } = collected
  const unitOf = new Map(units.flatMap((one) => one.paths.map((path) => [path, one.unit] as const)))
  return {
    schemaVersion: 1,
    ...head,
    round: round && { id: round.id, due: round.due, status: round.status, daysLeft: round.daysLeft },
    reason,
    unit: statistics.table.unit,
    date: statistics.table.date,
    period: period.name,
    periodFrom: period.from,
    periodTo: period.to,
    roster: rosterDocument(roster),
    units: units.map(unitDocument),
    ...tableDocument(report),
    lists: listsDocument(collected.lists),
    leftOut: collected.leftOut.map((one) => ({
      ...leftOutDocument(one),
      unit: unitOf.get(one.path) ?? null,
    })),
    findings: findings.map(findingDocument),
    explained: explained.map(explainedDocument),
    since: sinceDocument(run.since),
    rules: run.rules.map(ruleDocument),
    counts,
    outputs: outputs.map(sourceDocument),
    recorded: recorded && recordedDocument(recorded),
    skipped: run.skipped.map(({ path, reason: why }) => ({ path: slashed(path), reason: why })),
    failures: run.failures.map(sourceDocument),
    exitCode: run.exitCode,
  }
}

/** The whole collection for scripts, also when no table could be made. */
export function collectJson(report: CollectReport): string {
  return `${JSON.stringify(documentOf(report), null, 2)}\n`
}

import { createExplaining } from '../check/explained.ts'
import type { Io } from '../io/io.ts'
import {
  type Collected,
  hasCome,
  type RosterCounts,
  returnStatuses,
  type UnitReturn,
} from '../model/collected.ts'
import type { Failure, RuleStatus, Skipped } from '../model/run.ts'
import { formOf } from '../programmes/form.ts'
import { mergeTables } from '../table/merge.ts'
import { periodOf } from '../table/period.ts'
import {
  type CollectedUnit,
  type CollectRun,
  type CollectWanted,
  collectUnit,
  sayFaults,
} from './collect-unit.ts'
import { deadlineFor } from './history.ts'
import type { Inputs } from './inputs.ts'
import type { Sink } from './read-return.ts'
import type { Setup } from './setup.ts'
import { countFindings, type FindingTotals } from './told-findings.ts'
import { readFiles, type Sorted, sortByUnit, type UnitFiles } from './unit-files.ts'

export interface CollectedReturns extends Collected, FindingTotals {
  readonly units: readonly CollectedUnit[]
  readonly rules: readonly RuleStatus[]
  readonly skipped: readonly Skipped[]
  /** Files that could not be read, of units and of nobody. */
  readonly failures: readonly Failure[]
}

function rosterOf(units: readonly UnitReturn[]): RosterCounts {
  const counts = returnStatuses.map((status) => [status, units.filter((one) => one.status === status).length])
  const expected = units.filter(({ isExpected }) => isExpected)
  return {
    ...(Object.fromEntries(counts) as Omit<RosterCounts, 'expected' | 'received'>),
    expected: expected.length,
    received: expected.filter(hasCome).length,
  }
}

function mergedOf(units: readonly UnitReturn[], strays: number, { setup, wanted }: CollectRun) {
  const { programme, settings } = setup
  const { label, title, note } = formOf(programme)
  const merged = mergeTables(
    units.map(({ unit, statistics }) => ({ unit, table: statistics.table })),
    {
      label,
      title,
      note,
      unit: settings.unit ?? programme.roles.collects,
      date: settings.asOf,
      period: periodOf(setup.asked, settings.asOf),
      sort: wanted.sort ?? settings.config.sort ?? 'input',
      unread: strays,
      isIncomplete: units.some((one) => one.isExpected && !hasCome(one)),
    },
  )
  return { ...merged, explained: units.flatMap((one) => one.statistics.explained) }
}

/** What is said of files of nobody. */
function strayFaults({ strays }: Sorted): UnitFiles['faults'] {
  return strays.map(([{ path }, fault]) => [fault, path])
}

/** Reads, checks and merges the returns of many units, each as its own `report` would. */
export async function collectReturns(
  inputs: Inputs,
  setup: Setup,
  wanted: CollectWanted,
  sink: Sink,
  io: Io,
): Promise<CollectedReturns> {
  const { current: round, reason } = deadlineFor(setup, wanted.round)
  const explaining = createExplaining(setup.explanations)
  const run: CollectRun = { setup, round, explaining, sink, wanted, io }
  const read = await readFiles(inputs, setup, sink.ready)
  const sorted = sortByUnit(read, inputs.skipped, setup.programme, wanted.words)
  const units: CollectedUnit[] = []
  for (const own of sorted.units) units.push(await collectUnit(own, run))
  const { findings: between } = sayFaults(strayFaults(sorted), setup, run)
  for (const one of between) sink.finding(one)
  for (const { log } of read.read) sink.log(log)
  const findings = [...units.flatMap((one) => one.findings), ...between]
  const counting = countFindings()
  for (const one of findings) counting.add(one)
  const { counts, byRule } = counting.totals()
  return {
    round,
    reason,
    period: periodOf(setup.asked, setup.settings.asOf),
    units,
    roster: rosterOf(units),
    findings,
    between,
    counts,
    byRule,
    since: explaining.since(),
    notShown: 0,
    explained: units.flatMap((one) => one.explained),
    cases: units.reduce((sum, one) => sum + one.cases.length, 0),
    leftOut: units.flatMap((one) => one.leftOut),
    statistics: mergedOf(units, sorted.strays.length, run),
    rules: units[0]?.made.rules ?? [],
    skipped: sorted.skipped,
    failures: [...units.flatMap((one) => one.failures), ...sorted.failures],
  }
}

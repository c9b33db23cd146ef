import { createExplaining } from '../check/explained.ts'
import { maskedDigits } from '../check/redaction.ts'
import type { Io } from '../io/io.ts'
import type { LogSink } from '../log/table-reader.ts'
import {
  type City,
  type Collected,
  hasCome,
  type RosterCounts,
  returnStatuses,
  type UnitReturn,
} from '../model/collected.ts'
import { sinceAll } from '../model/explanation.ts'
import type { Finding } from '../model/finding.ts'
import { type LeftOutCase, namedCase } from '../model/report.ts'
import type { Failure, RuleStatus, Skipped } from '../model/run.ts'
import type { Programme } from '../programmes/programme.ts'
import { withMaskedRemarks } from '../table/merge.ts'
import { periodOf } from '../table/period.ts'
import { findBetweenUnits } from './between-units.ts'
import {
  type CheckedUnit,
  type CollectedUnit,
  type CollectRun,
  type CollectWanted,
  checkUnit,
  collectUnit,
} from './collect-unit.ts'
import { deskListsOf } from './desk-lists.ts'
import { deadlineFor } from './history.ts'
import type { Inputs } from './inputs.ts'
import { mergedTable } from './merged-table.ts'
import { readFiles } from './read-files.ts'
import { checkerFor } from './read-log.ts'
import type { Sink } from './read-return.ts'
import { type Arrivals, isReceivedList, withoutFiles } from './received-file.ts'
import { withoutReplaced } from './returned-twice.ts'
import { rulesOfAll } from './rules-of-all.ts'
import type { Setup } from './setup.ts'
import { countFindings, type FindingTotals, scopeOf, tellFindings } from './told-findings.ts'
import { type Sorted, sortByUnit, type UnitFiles } from './unit-files.ts'

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

/** What no unit's own report would say: files of nobody, the same case in two returns, explanations of nothing. */
function findBetween(
  checked: readonly CheckedUnit[],
  { strays }: Sorted,
  run: CollectRun,
): readonly Finding[] {
  const { setup, explaining, sink } = run
  const found: Finding[] = []
  const telling = tellFindings(setup, (one) => found.push(one), explaining)
  const { word } = checkerFor(setup)
  const tellFault: LogSink['fault'] = (fault, place) => {
    for (const one of word(fault, place)) telling.finding(one)
  }
  for (const [{ path, held }, fault] of strays) {
    tellFault(fault, { layout: { path, index: {}, heading: {} } })
    held.tell({ case: () => {}, fault: tellFault })
  }
  const cases = checked.map(({ own: { unit, files }, made }) => ({
    unit,
    paths: files.map(({ path }) => path),
    cases: made.cases,
    findings: made.findings,
  }))
  for (const one of findBetweenUnits(cases, setup)) telling.finding(one)
  const logs = checked.flatMap(({ made }) => made.logs)
  const kind = { saysUnit: true, isCompared: setup.settings.archive !== undefined, isCollected: true }
  telling.end(scopeOf(logs, setup, kind), checkerFor(setup))
  for (const one of found) sink.finding(one)
  return found
}

/** Of a file of nobody no case is in the table. */
function strayCases({ strays }: Sorted, between: readonly Finding[]): readonly LeftOutCase[] {
  return strays.flatMap(([{ path, held }, { rule }]) => {
    const leftOut: LeftOutCase[] = []
    const message = between.find((one) => one.path === path && one.rule === rule)?.message ?? null
    const take = (c: Parameters<typeof namedCase>[0]) =>
      leftOut.push({ ...namedCase(c), reason: 'rule', rules: [rule], message })
    held.tell({ case: take, fault: () => {} })
    return leftOut
  })
}

/** The list of arrivals, where nobody has named it: it is no return, and whoever forgot it is told. */
async function withoutLists(sorted: Sorted, io: Io): Promise<Sorted> {
  const strays: Sorted['strays'][number][] = []
  const skipped = [...sorted.skipped]
  for (const stray of sorted.strays) {
    const [{ path, log }] = stray
    if (log.headingLine !== null || !(await isReceivedList(path, io))) strays.push(stray)
    else
      skipped.push({
        path,
        reason: `像是收文登记，没有用；要按它判断迟报，加 --received ${path}`,
        mayBeReturn: true,
      })
  }
  return { ...sorted, strays, skipped }
}

/** What the desk noted as received and whose file is not here. */
function notedAlone({ units }: Sorted, received: Arrivals, programme: Programme): readonly Failure[] {
  const hasFiles = (unit: string): boolean =>
    units.some((one) => one.unit === unit && one.files.length + one.failures.length > 0)
  return withoutFiles(received, hasFiles, programme)
}

function totalsOf(findings: readonly Finding[]): Pick<FindingTotals, 'counts' | 'byRule'> {
  const counting = countFindings()
  for (const one of findings) counting.add(one)
  return counting.totals()
}

/** The files are gone through twice: read, and then checked unit by unit. */
async function sayChecked({ files }: UnitFiles, share: number, { sink }: CollectRun): Promise<void> {
  const last = files.at(-1)
  if (last)
    await sink.ready({ logs: files, at: files.length - 1, cases: last.log.cases, share: (1 + share) / 2 })
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
  const whole = sortByUnit(read, [...inputs.skipped, ...read.passed], setup.programme, wanted.words)
  const sorted = await withoutReplaced(await withoutLists(whole, io), wanted.replaces, io)
  const checked: CheckedUnit[] = []
  for (const [at, own] of sorted.units.entries()) {
    checked.push(await checkUnit(own, run))
    await sayChecked(own, at / sorted.units.length, run)
  }
  const between = findBetween(checked, sorted, run)
  const units: CollectedUnit[] = []
  for (const one of checked) units.push(await collectUnit(one, between, run))
  for (const { logs } of units) for (const log of logs) sink.log(log)
  for (const [{ log }] of sorted.strays) sink.log(log)
  const findings = [...units.flatMap((one) => one.findings), ...between]
  const leftOut = [...units.flatMap((one) => one.leftOut), ...strayCases(sorted, between)]
  const { byUnit, ...merged } = mergedTable(units, sorted, run)
  const city: City = { round, units, roster: rosterOf(units), byUnit, lists: deskListsOf(units, setup) }
  return {
    ...{ reason, findings, between, leftOut, ...totalsOf(findings), ...city, units },
    period: periodOf(setup.asked, setup.settings.asOf),
    since: sinceAll([explaining.since(), ...units.map(({ since }) => since)]),
    notShown: 0,
    explained: units.flatMap((one) => one.explained),
    cases: [...units.flatMap((one) => one.logs), ...sorted.strays.map(([{ log }]) => log)].reduce(
      (sum, log) => sum + log.cases,
      0,
    ),
    statistics: setup.settings.redact
      ? withMaskedRemarks({ ...merged, city }, maskedDigits)
      : { ...merged, city },
    rules: rulesOfAll(units),
    skipped: sorted.skipped,
    failures: [
      ...units.flatMap((one) => one.failures),
      ...sorted.failures,
      ...notedAlone(sorted, wanted.received, setup.programme),
    ],
  }
}

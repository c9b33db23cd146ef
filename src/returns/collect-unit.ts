import { createExplaining, type Explaining } from '../check/explained.ts'
import type { Io } from '../io/io.ts'
import type { UnitReturn } from '../model/collected.ts'
import { countsOf, type Finding } from '../model/finding.ts'
import type { LogFault } from '../model/log-fault.ts'
import type { JudgedRound } from '../model/round.ts'
import type { SortOrder } from '../model/table.ts'
import { unitPlace } from '../model/unit-name.ts'
import type { Programme } from '../programmes/programme.ts'
import { isCollector } from '../programmes/roster.ts'
import { arrivalOf, statusOf } from './arrivals.ts'
import { checkerFor } from './read-log.ts'
import { type Return, readReturn, type Sink } from './read-return.ts'
import type { Arrivals } from './received-file.ts'
import { type Repetition, repetitionsIn } from './returned-twice.ts'
import type { Setup } from './setup.ts'
import { tabulate } from './tabulate.ts'
import { scopeOf, tellable, tellFindings } from './told-findings.ts'
import type { UnitFiles } from './unit-files.ts'

export interface CollectWanted {
  readonly round: string | undefined
  /** What was named on the command line: the folders below say whose a file is. */
  readonly words: readonly string[]
  readonly received: Arrivals
  /** Files that were sent again in the place of those they repeat. */
  readonly replaces: readonly string[]
  readonly sort: SortOrder | undefined
}

/** One unit's return with all that its receipt is made of. */
export interface CollectedUnit extends UnitReturn {
  readonly made: Return
  /** As its own `report` would be set up. */
  readonly setup: Setup
}

/** What holds for every unit of a run. */
export interface CollectRun {
  readonly setup: Setup
  readonly round: JudgedRound | null
  readonly explaining: Explaining
  readonly sink: Sink
  readonly wanted: CollectWanted
  readonly io: Io
}

/** The city's own name is not the unit's: whose a return is, its files say. */
function setupFor({ unit, isNamedByFile }: UnitFiles, setup: Setup): Setup {
  const { settings, circumstances, programme } = setup
  const { units, roles } = programme
  const roster = { unit, units, collector: unitPlace(roles.collects) }
  return {
    ...setup,
    settings: { ...settings, unit: isNamedByFile ? unit : undefined },
    circumstances: { ...circumstances, ...(units.length > 0 && { roster }) },
  }
}

export type PlacedFault = readonly [LogFault, path: string]

/** What only the run as a whole knows of files, worded. */
function sayFaults(faults: readonly PlacedFault[], setup: Setup, { explaining }: CollectRun) {
  const findings: Finding[] = []
  const telling = tellFindings(setup, (one) => findings.push(one), explaining)
  const { word } = checkerFor(setup)
  for (const [fault, path] of faults) {
    for (const one of word(fault, { layout: { path, index: {}, heading: {} } })) telling.finding(one)
  }
  return { findings, explained: telling.totals().explained }
}

/** Called less than an error, the rule would let both files into the table. */
function repetitionsOf({ cases }: Return, { files }: UnitFiles, { settings }: Setup): readonly Repetition[] {
  const level = settings.rules['unit-returned-twice'] ?? 'error'
  if (level !== 'error') return []
  return repetitionsIn(
    cases,
    files.map(({ path }) => path),
  )
}

/** One unit's return, read and checked before it stands beside the others. */
export interface CheckedUnit {
  readonly own: UnitFiles
  readonly setup: Setup
  readonly made: Return
  readonly repetitions: readonly Repetition[]
}

/** What the unit itself wrote beside the findings that were sent back to it is heard before lists about all units. */
function explainingOf({ answers }: UnitFiles, { explaining }: CollectRun): Explaining {
  return createExplaining(answers.length > 0 ? answers : undefined, explaining)
}

/** What is to be said of the unit's own explanations: words that explain nothing, reasons for what is gone. */
function sayAnswers({ logs, history }: Return, setup: Setup, explaining: Explaining): readonly Finding[] {
  const isCompared = history.lastShown !== undefined
  const scope = scopeOf(logs, setup, { saysUnit: true, isCompared, isCollected: true })
  const { word } = checkerFor(setup)
  return explaining.end(scope).flatMap(([fault, place]) => word(fault, place).map(tellable(setup)))
}

/** Its files checked as one return; where one repeats another, that is said instead of each of the cases. */
export async function checkUnit(own: UnitFiles, wide: CollectRun): Promise<CheckedUnit> {
  const run = { ...wide, explaining: explainingOf(own, wide) }
  const { round, explaining, sink, io } = run
  const setup = setupFor(own, run.setup)
  const inputs = { logs: own.files, skipped: [], failures: own.failures }
  const silent = { ...sink, finding: () => {}, log: () => {} }
  const made = await readReturn(inputs, setup, silent, { round: round?.id, explaining }, io)
  const repetitions = repetitionsOf(made, own, setup)
  const twice = repetitions.map(
    ({ path, ...told }): PlacedFault => [{ rule: 'unit-returned-twice', unit: own.unit, ...told }, path],
  )
  const more = sayFaults([...own.faults, ...twice], setup, run)
  const answered = explaining === wide.explaining ? [] : sayAnswers(made, setup, explaining)
  const repeating = new Set(repetitions.map(({ path }) => path))
  const isSaid = ({ rule, path }: Finding) => rule === 'case-number-duplicate' && repeating.has(path)
  const findings = [...made.findings.filter((one) => !isSaid(one)), ...more.findings, ...answered]
  for (const one of findings) sink.finding(one)
  const explained = [...made.explained, ...more.explained]
  const since = explaining === wide.explaining ? undefined : explaining.since()
  const counts = countsOf(findings)
  return { own, setup, repetitions, made: { ...made, findings, explained, counts, since } }
}

/** Of two files that hold the same cases neither is chosen: what is said of one is held against both. */
function againstBoth({ made, repetitions }: CheckedUnit): readonly Finding[] {
  const said = made.findings.filter(({ rule }) => rule === 'unit-returned-twice')
  const others = repetitions.flatMap(({ path, other }) =>
    said.filter((one) => one.path === path).map((one) => ({ ...one, path: other })),
  )
  return [...made.findings, ...others]
}

/** `between`: what the other units' returns bring against it; it leaves out cases, and makes no return faulty. */
export async function collectUnit(
  checked: CheckedUnit,
  between: readonly Finding[],
  { round, wanted, io }: CollectRun,
): Promise<CollectedUnit> {
  const { own, setup, made } = checked
  const { unit, failures } = own
  const paths = [...own.files, ...failures].map(({ path }) => path)
  const against = [...againstBoth(checked), ...between.filter(({ path }) => paths.includes(path))]
  const { statistics, facts, kept } = tabulate({ ...made, findings: against }, setup, wanted.sort)
  const arrival = await arrivalOf(own, wanted.received, setup.settings.asOf, io)
  const judged = {
    ...arrival,
    hasCome: paths.length > 0 || wanted.received.has(unit),
    isUnreadable: failures.length > 0 || paths.length === 0,
    isFaulty: made.counts.error > 0,
    isNil: statistics.table.nil,
  }
  return {
    unit,
    writtenUnit: made.logs.map((log) => log.unit).find((name) => name !== null) ?? null,
    isExpected: kindOf(setup.programme, unit) === 'expected',
    kind: kindOf(setup.programme, unit),
    status: statusOf(judged, round, setup.settings.asOf),
    ...{ ...arrival, paths, failures, kept, leftOut: facts.leftOut, statistics, made, setup },
    ...{ logs: made.logs, cases: made.cases, findings: made.findings },
    ...{ explained: made.explained, since: made.since, counts: made.counts },
  }
}

function kindOf(programme: Programme, unit: string): UnitReturn['kind'] {
  if (programme.units.some(({ name }) => name === unit)) return 'expected'
  if (isCollector(programme, unit)) return 'collector'
  return programme.units.length > 0 ? 'stranger' : 'unlisted'
}

import type { Explaining } from '../check/explained.ts'
import type { Io } from '../io/io.ts'
import type { UnitReturn } from '../model/collected.ts'
import type { IsoDate } from '../model/date.ts'
import { countsOf, type Finding } from '../model/finding.ts'
import type { JudgedRound } from '../model/round.ts'
import type { SortOrder } from '../model/table.ts'
import { arrivalOf, statusOf } from './arrivals.ts'
import { checkerFor } from './read-log.ts'
import { type Return, readReturn, type Sink } from './read-return.ts'
import { repetitionsIn } from './returned-twice.ts'
import type { Setup } from './setup.ts'
import { tabulate } from './tabulate.ts'
import { tellFindings } from './told-findings.ts'
import type { UnitFiles } from './unit-files.ts'

export interface CollectWanted {
  readonly round: string | undefined
  /** What was named on the command line: the folders below say whose a file is. */
  readonly words: readonly string[]
  readonly received: ReadonlyMap<string, IsoDate>
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
  return { ...setup, settings: { ...setup.settings, unit: isNamedByFile ? unit : undefined } }
}

/** What only the run as a whole knows of a unit's files, worded. */
export function sayFaults(faults: UnitFiles['faults'], setup: Setup, { explaining }: CollectRun) {
  const findings: Finding[] = []
  const telling = tellFindings(setup, (one) => findings.push(one), explaining)
  const { word } = checkerFor(setup)
  for (const [fault, path] of faults) {
    for (const one of word(fault, { layout: { path, index: {}, heading: {} } })) telling.finding(one)
  }
  return { findings, explained: telling.totals().explained }
}

/** Its files checked as one return; where one repeats another, that is said instead of each of the cases. */
async function checkFiles(own: UnitFiles, setup: Setup, run: CollectRun): Promise<Return> {
  const { round, explaining, sink, io } = run
  const inputs = { logs: own.files, skipped: [], failures: own.failures }
  const silent = { ...sink, finding: () => {}, log: () => {} }
  const made = await readReturn(inputs, setup, silent, { round: round?.id, explaining }, io)
  const repetitions = repetitionsIn(
    made.cases,
    own.files.map(({ path }) => path),
  )
  const twice = repetitions.map(
    ({ path, ...told }) => [{ rule: 'unit-returned-twice', unit: own.unit, ...told }, path] as const,
  )
  const repeating = new Set(repetitions.map(({ path }) => path))
  const more = sayFaults([...own.faults, ...twice], setup, run)
  const isSaid = ({ rule, path }: Finding) => rule === 'case-number-duplicate' && repeating.has(path)
  const findings = [...made.findings.filter((one) => !isSaid(one)), ...more.findings]
  for (const one of findings) sink.finding(one)
  return { ...made, findings, counts: countsOf(findings), explained: [...made.explained, ...more.explained] }
}

/** Of two files that hold the same cases neither is chosen: what is said of one is held against both. */
function againstBoth(findings: readonly Finding[], cases: Return['cases'], paths: readonly string[]) {
  const others = new Map(repetitionsIn(cases, paths).map(({ path, other }) => [path, other]))
  return findings.flatMap((one) => {
    const other = one.rule === 'unit-returned-twice' ? others.get(one.path) : undefined
    return other === undefined ? [one] : [one, { ...one, path: other }]
  })
}

export async function collectUnit(own: UnitFiles, run: CollectRun): Promise<CollectedUnit> {
  const { round, wanted, io } = run
  const setup = setupFor(own, run.setup)
  const made = await checkFiles(own, setup, run)
  const paths = [...own.files, ...own.failures].map(({ path }) => path)
  const { findings, counts, logs, cases, explained } = made
  const against = againstBoth(findings, cases, paths)
  const { statistics, facts, kept } = tabulate({ ...made, findings: against }, setup, wanted.sort)
  const arrival = await arrivalOf(own, wanted.received, io)
  const judged = {
    ...arrival,
    hasCome: paths.length > 0,
    isUnreadable: own.failures.length > 0,
    isFaulty: counts.error > 0,
    isNil: statistics.table.nil,
  }
  return {
    unit: own.unit,
    writtenUnit: logs.map(({ unit }) => unit).find((name) => name !== null) ?? null,
    isExpected: setup.programme.units.some(({ name }) => name === own.unit),
    status: statusOf(judged, round, setup.settings.asOf),
    ...{ ...arrival, paths, logs, failures: own.failures, cases, kept, leftOut: facts.leftOut },
    ...{ findings, explained, counts, statistics, made, setup },
  }
}

import { UserError } from '../io/io.ts'
import { refusalText } from '../log/refusal.ts'
import type { Explanation } from '../model/explanation.ts'
import type { LogSummary } from '../model/log.ts'
import type { LogFault } from '../model/log-fault.ts'
import type { Failure, Skipped } from '../model/run.ts'
import type { Programme } from '../programmes/programme.ts'
import { isListed } from '../programmes/roster.ts'
import { holdLog } from './held-log.ts'
import { failureOf, type HeldLog, type Inputs, type LogInput } from './inputs.ts'
import type { Sink } from './read-return.ts'
import type { Setup } from './setup.ts'
import { unitByName, unitOfFile } from './unit-of-file.ts'

export interface ReadFile extends LogInput {
  readonly held: HeldLog
  readonly log: LogSummary
}

/** What has come of one unit, before it is checked. */
export interface UnitFiles {
  readonly unit: string
  readonly files: readonly ReadFile[]
  readonly failures: readonly Failure[]
  /** Whether the name of a file says whose it is, because no file says so itself. */
  readonly isNamedByFile: boolean
  readonly faults: readonly (readonly [LogFault, path: string])[]
  /** What the unit wrote beside the findings sent back to it, also in a file that another one replaces. */
  readonly answers: readonly Explanation[]
}

export interface Sorted {
  /** In the programme's order; the collector's own and strangers behind. */
  readonly units: readonly UnitFiles[]
  /** Files of nobody, with what is to be said of them. */
  readonly strays: readonly (readonly [ReadFile, LogFault])[]
  /** Files that could not be read and whose names tell no unit. */
  readonly failures: readonly Failure[]
  readonly skipped: readonly Skipped[]
}

interface Gathered {
  readonly read: readonly ReadFile[]
  readonly failures: readonly Failure[]
  /** Lists of findings that lie beside the returns. */
  readonly passed: readonly Skipped[]
}

/** Reads every file, each byte once, before it is asked whose it is. */
export async function readFiles(
  { logs, failures: notFound }: Inputs,
  { reading }: Pick<Setup, 'reading'>,
  ready: Sink['ready'],
): Promise<Gathered> {
  const read: ReadFile[] = []
  const failures = [...notFound]
  const passed: Skipped[] = []
  for (const [at, input] of logs.entries()) {
    const held = await holdLog(input, reading, (cases) =>
      ready({ logs, at, cases, share: at / logs.length / 2 }),
    )
    const { summary } = held
    if (summary instanceof UserError) failures.push(failureOf(input.path, summary))
    else if ('refused' in summary) {
      const failure = { path: input.path, ...refusalText(summary) }
      if (summary.refused === 'own-workbook') passed.push({ path: input.path, reason: failure.message })
      else failures.push(failure)
    } else read.push({ ...input, held, log: summary })
  }
  return { read, failures, passed }
}

interface Gathering {
  readonly files: ReadFile[]
  readonly failures: Failure[]
  readonly faults: (readonly [LogFault, string])[]
  isNamedByFile: boolean
}

function unitOrder(programme: Programme, met: readonly string[]): readonly string[] {
  const roster = programme.units.map(({ name }) => name)
  const others = met.filter((unit) => !roster.includes(unit))
  const own = others.filter((unit) => isListed(programme, unit))
  return [...roster, ...own, ...others.filter((unit) => !own.includes(unit))]
}

/** Whose name it bears is no other unit's: the desk should look at it, whoever is right. */
function disagreement(
  programme: Programme,
  { log }: ReadFile,
  unit: string,
  words: readonly string[],
): LogFault | undefined {
  const named = unitByName(programme, log.path, words)
  if (log.unit === null || named.length === 0 || named.includes(unit)) return undefined
  return { rule: 'unit-conflict', units: [log.unit, ...named] }
}

function isStranger(programme: Programme, unit: string): boolean {
  return programme.units.length > 0 && !isListed(programme, unit)
}

/** Puts every file to its unit. A pdf or picture that bears a unit's name is a return nobody can read. */
export function sortByUnit(
  { read, failures, passed }: Gathered,
  skipped: readonly Skipped[],
  programme: Programme,
  words: readonly string[],
): Sorted {
  const byUnit = new Map<string, Gathering>()
  const of = (unit: string): Gathering => {
    const known = byUnit.get(unit) ?? { files: [], failures: [], faults: [], isNamedByFile: true }
    byUnit.set(unit, known)
    return known
  }
  const strays: (readonly [ReadFile, LogFault])[] = []
  const takeFile = (file: ReadFile): void => {
    const found = unitOfFile(programme, file.log, words)
    if ('candidates' in found) {
      strays.push([file, { rule: 'unit-ambiguous', candidates: found.candidates }])
      return
    }
    const { unit, said } = found
    const gathering = of(unit)
    gathering.files.push(file)
    if (said === 'log') gathering.isNamedByFile = false
    const fault = disagreement(programme, file, unit, words)
    if (fault) gathering.faults.push([fault, file.path])
    if (isStranger(programme, unit)) {
      gathering.faults.push([{ rule: 'unit-unknown', unit: file.log.unit ?? unit }, file.path])
    }
  }
  for (const file of read) takeFile(file)
  const nobodys: Failure[] = []
  for (const failure of failures) {
    const [unit, ...rivals] = unitByName(programme, failure.path, words)
    if (unit !== undefined && rivals.length === 0) of(unit).failures.push(failure)
    else nobodys.push(failure)
  }
  const left = skipped.filter((one) => {
    const [unit, ...rivals] = one.mayBeReturn ? unitByName(programme, one.path, words) : []
    const gathering = unit === undefined || rivals.length > 0 ? undefined : of(unit)
    // Beside a table that was read, a scan of the same table with its seal is usual.
    if (gathering === undefined || gathering.files.length > 0) return true
    gathering.failures.push(unreadReturn(one))
    return false
  })
  const nothing: Gathering = { files: [], failures: [], faults: [], isNamedByFile: true }
  const units = unitOrder(programme, [...byUnit.keys()]).map((unit) => {
    const gathering = byUnit.get(unit) ?? nothing
    return { unit, ...gathering, answers: gathering.files.flatMap(({ log }) => log.answers ?? []) }
  })
  return { units, strays, failures: nobodys, skipped: [...left, ...passed] }
}

/** 图片读不了，请改用原来的表格文件: what is wrong, and what to do. */
function unreadReturn({ path, reason }: Skipped): Failure {
  const [message = reason, remedy = ''] = reason.split('，')
  return { path, message, remedy: `${remedy}。` }
}

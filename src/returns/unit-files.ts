import { basename, dirname, extname } from 'node:path'
import type { Explanation } from '../model/explanation.ts'
import type { LogSummary } from '../model/log.ts'
import type { LogFault } from '../model/log-fault.ts'
import type { Failure, Skipped } from '../model/run.ts'
import type { Programme } from '../programmes/programme.ts'
import { isListed, unitsNamed, unitsWithin } from '../programmes/roster.ts'
import type { ReadFile, ReadFiles } from './read-files.ts'

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

/** Whose a file is, and who says so; `candidates`: several, or none, which nobody may choose among. */
export type FileUnit =
  | { readonly unit: string; readonly said: 'log' | 'name' }
  | { readonly candidates: readonly string[] }

function stem(path: string): string {
  return basename(path, extname(path))
}

/** The folders between the file and what was named on the command line, the nearest first; that one itself last. */
function foldersOf(path: string, words: readonly string[]): readonly string[] {
  const above = words
    .map((word) => word.replaceAll('\\', '/').replace(/\/+$/, ''))
    .find((word) => path.startsWith(`${word}/`))
  if (above === undefined) return []
  const top = dirname(above)
  const folders: string[] = []
  // A drive's root is its own folder: `collect E:\` would go round for ever.
  for (let at = dirname(path); at !== top && at !== '.' && at !== dirname(at); at = dirname(at)) {
    folders.push(basename(at))
  }
  return folders
}

/** What the names say: the file's, else the nearest folder's that says anything. */
function unitByName(programme: Programme, path: string, words: readonly string[]): readonly string[] {
  for (const name of [stem(path), ...foldersOf(path, words)]) {
    const named = unitsWithin(programme, name)
    if (named.length > 0) return named
  }
  return []
}

/** Its 填报单位, else the file's name, else the folder's. Where one 填报单位 fits two units, the names may tell which. */
function unitOfFile(programme: Programme, log: LogSummary, words: readonly string[]): FileUnit {
  const written = log.unit === null ? [] : [log.unit, ...log.otherUnits]
  const [first = [], ...others]: (readonly string[])[] = written.map((name) => unitsNamed(programme, name))
  // Two returns laid end to end: whatever the file is called, its rows are not of one unit.
  if (others.some((other) => !other.some((one) => first.includes(one)))) {
    return { candidates: [...new Set([first, ...others].flat())] }
  }
  const byName = unitByName(programme, log.path, words)
  const own = others.reduce((left, other) => left.filter((one) => other.includes(one)), first)
  const clear = own.length > 1 ? own.filter((one) => byName.includes(one)) : own
  const [unit, ...rivals] = own.length > 0 ? clear : byName
  if (unit !== undefined && rivals.length === 0) return { unit, said: own.length > 0 ? 'log' : 'name' }
  return { candidates: own.length > 0 ? own : byName }
}

/** Puts every file to its unit. A pdf or picture that bears a unit's name is a return nobody can read. */
export function sortByUnit(
  { read, failures, passed }: ReadFiles,
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

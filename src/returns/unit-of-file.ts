import { basename, dirname, extname } from 'node:path'
import type { LogSummary } from '../model/log.ts'
import type { Programme } from '../programmes/programme.ts'
import { unitsNamed, unitsWithin } from '../programmes/roster.ts'

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
export function unitByName(programme: Programme, path: string, words: readonly string[]): readonly string[] {
  for (const name of [stem(path), ...foldersOf(path, words)]) {
    const named = unitsWithin(programme, name)
    if (named.length > 0) return named
  }
  return []
}

/** Its 填报单位, else the file's name, else the folder's. Where one 填报单位 fits two units, the names may tell which. */
export function unitOfFile(programme: Programme, log: LogSummary, words: readonly string[]): FileUnit {
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

import { type Io, identitiesOf, UserError } from '../io/io.ts'
import type { Case } from '../model/case.ts'
import { day, previousCaseOf, typeAndNumber } from '../model/previous-case.ts'
import type { Sorted, UnitFiles } from './unit-files.ts'

export interface Repetition {
  readonly path: string
  /** The file before it that holds the same cases. */
  readonly other: string
  /** Of the one that has fewer cases. */
  readonly cases: number
  readonly repeated: number
}

/** By its number, else by its type and day: without either nobody can tell. */
function keysOf(c: Case): readonly string[] {
  const facts = previousCaseOf(c)
  const numbers = typeAndNumber(facts)
  return numbers.length > 0 ? numbers : day(facts)
}

function shared(few: readonly Case[], many: readonly Case[]): number {
  const known = new Set(many.flatMap(keysOf))
  return few.filter((c) => keysOf(c).some((key) => known.has(key))).length
}

/** Files of one unit of which one repeats the other: more than half the cases of the smaller stand in the larger. */
export function repetitionsIn(cases: readonly Case[], paths: readonly string[]): readonly Repetition[] {
  const byPath = new Map(paths.map((path) => [path, cases.filter(({ layout }) => layout.path === path)]))
  return paths.flatMap((path, at) =>
    paths.slice(0, at).flatMap((other) => {
      const [few, many] = [byPath.get(path) ?? [], byPath.get(other) ?? []].toSorted(
        (one, two) => one.length - two.length,
      )
      const repeated = few && many ? shared(few, many) : 0
      const count = few?.length ?? 0
      return repeated * 2 > count ? [{ path, other, cases: count, repeated }] : []
    }),
  )
}

function casesIn({ files }: UnitFiles): readonly Case[] {
  const cases: Case[] = []
  for (const { held } of files) held.tell({ case: (c) => cases.push(c), fault: () => {} })
  return cases
}

/** The files that the one in force takes the place of. */
function replacedBy(path: string, own: UnitFiles): readonly string[] {
  const paths = own.files.map((file) => file.path)
  const pairs = repetitionsIn(casesIn(own), paths).map((one) => [one.path, one.other])
  return pairs
    .filter((pair) => pair.includes(path))
    .map(([one = '', other = '']) => (one === path ? other : one))
}

async function fileOf(word: string, units: readonly UnitFiles[], io: Io) {
  const wanted = await identitiesOf([word], io)
  for (const own of units) {
    for (const { path } of own.files) {
      const [there] = await identitiesOf([path], io)
      if (there !== undefined && wanted.has(there)) return { own, path }
    }
  }
  throw new UserError(
    `--replaces ${word} 不在这次读到的报送里`,
    '请写明更正后的那一份文件，它也要在汇总的文件夹里。',
  )
}

/** `replaces`: files that were sent again; those they repeat are passed over. */
export async function withoutReplaced(sorted: Sorted, replaces: readonly string[], io: Io): Promise<Sorted> {
  const replaced = new Map<string, string>()
  for (const word of replaces) {
    const { own, path } = await fileOf(word, sorted.units, io)
    const others = replacedBy(path, own)
    if (others.length === 0) {
      throw new UserError(
        `--replaces ${word} 没有用处：${own.unit}没有与它重复的文件`,
        '请去掉 --replaces；要换掉的一份内容不同的，请移出文件夹，或用 --skip 跳过。',
      )
    }
    for (const other of others) replaced.set(other, path)
  }
  if (replaced.size === 0) return sorted
  const skipped = [...replaced].map(([path, by]) => ({ path, reason: `已由 ${by} 替换` }))
  const units = sorted.units.map((own) => ({
    ...own,
    files: own.files.filter(({ path }) => !replaced.has(path)),
    faults: own.faults.filter(([, path]) => !replaced.has(path)),
  }))
  return { ...sorted, units, skipped: [...sorted.skipped, ...skipped] }
}

import type { Case } from '../model/case.ts'
import { day, typeAndNumber } from '../model/case-keys.ts'
import { previousCaseOf } from '../model/previous-case.ts'

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

import type { Case } from './case.ts'
import {
  day,
  isIdentified,
  type Keys,
  newNumber,
  numbersOf,
  onceClosed,
  type PreviousCase,
  perhaps,
  previousCaseOf,
  sameCase,
  typeAndNumber,
  whileOpen,
} from './previous-case.ts'

/**
 * Which case of a return is which case of another. A case is known by its type and one of its numbers; what is left
 * over is compared by less and less: its number alone, its type and day. An open case that is gone beside a new one
 * of its type and day is taken for one that got its final number.
 */
export interface Continuity<Before extends PreviousCase = PreviousCase, Now = Case> {
  /** The previous case of this type and number. Asked again of the same case it answers the same. */
  readonly meet: (c: Now) => Before | undefined
  /** Told that some rows could not be read at all. */
  readonly miss: () => void
  readonly remainder: () => Remainder<Before, Now>
  /** Every case of now that the previous return had, by whatever it was known again. */
  readonly pairs: () => ReadonlyMap<Now, Before>
}

export interface SameCase<Before extends PreviousCase = PreviousCase, Now = Case> {
  readonly previous: Before
  readonly now: Now
}

export interface Remainder<Before extends PreviousCase, Now> {
  /** The same case under another type, or without a number in one of the returns. */
  readonly same: readonly SameCase<Before, Now>[]
  /** A case that is gone and a new one of its type and day: probably the same with a new number. */
  readonly renumbered: readonly SameCase<Before, Now>[]
  readonly vanished: readonly Before[]
  readonly added: readonly Now[]
}

interface Unmet<Now> {
  readonly now: Now
  readonly facts: PreviousCase
}

interface Left<Before, Now> {
  readonly previous: Set<Before>
  readonly now: Set<Unmet<Now>>
}

interface Unmatched<Before extends PreviousCase, Now> extends Left<Before, Now> {
  readonly met: SameCase<Before, Now>[]
  /** Rows with a number that another row had before them. */
  readonly repeated: Set<Unmet<Now>>
  /** Some rows could not be read at all: nobody can say what is gone. */
  isPartial: boolean
}

function queueOf<T>(queues: Map<string, T[]>, key: string): T[] {
  const queue = queues.get(key) ?? []
  queues.set(key, queue)
  return queue
}

/** The first in these queues that nobody has taken yet. */
function firstOf<T>(
  queues: ReadonlyMap<string, T[]>,
  keys: readonly string[],
  left: ReadonlySet<T>,
): T | undefined {
  for (const key of keys) {
    const queue = queues.get(key) ?? []
    while (queue.length > 0 && !left.has(queue[0] as T)) queue.shift()
    if (queue[0] !== undefined) return queue[0]
  }
  return undefined
}

/** Takes from both sides, in their order, what shares a key. */
function takePairs<Before extends PreviousCase, Now>(
  left: Left<Before, Now>,
  [ofPrevious, ofNow]: Keys,
): readonly SameCase<Before, Now>[] {
  const waiting = new Map<string, Unmet<Now>[]>()
  for (const one of left.now) for (const key of ofNow(one.facts)) queueOf(waiting, key).push(one)
  if (waiting.size === 0) return []
  const pairs: SameCase<Before, Now>[] = []
  for (const previous of left.previous) {
    const one = firstOf(waiting, ofPrevious(previous), left.now)
    if (one === undefined) continue
    left.previous.delete(previous)
    left.now.delete(one)
    pairs.push({ previous, now: one.now })
  }
  return pairs
}

function remainderOf<Before extends PreviousCase, Now>({
  repeated,
  isPartial,
  ...left
}: Unmatched<Before, Now>): Remainder<Before, Now> {
  const same = sameCase.flatMap((keys) => takePairs(left, keys))
  const renumbered = newNumber.flatMap((keys) => takePairs(left, keys))
  const added = [...left.now].map(({ now }) => now)
  for (const keys of perhaps) takePairs(left, keys)
  for (const state of [whileOpen, onceClosed]) takePairs({ ...left, now: repeated }, [state(day), day])
  const vanished = [...left.previous].filter(isIdentified)
  return isPartial ? { same, renumbered: [], vanished: [], added } : { same, renumbered, vanished, added }
}

export function createContinuity<Before extends PreviousCase, Now>(
  previousReturn: readonly Before[],
  factsOf: (now: Now) => PreviousCase,
): Continuity<Before, Now> {
  const left: Unmatched<Before, Now> = {
    met: [],
    previous: new Set(previousReturn),
    now: new Set(),
    repeated: new Set(),
    isPartial: false,
  }
  const byKey = new Map<string, Before[]>()
  for (const previous of previousReturn) {
    for (const key of typeAndNumber(previous)) queueOf(byKey, key).push(previous)
  }
  let asked: Now | undefined
  let answer: Before | undefined
  let remainder: Remainder<Before, Now> | undefined
  const rest = (): Remainder<Before, Now> => {
    remainder ??= remainderOf(left)
    return remainder
  }
  return {
    meet(now) {
      if (now === asked) return answer
      asked = now
      const facts = factsOf(now)
      const keys = typeAndNumber(facts)
      answer = firstOf(byKey, keys, left.previous)
      if (answer !== undefined) {
        left.previous.delete(answer)
        left.met.push({ previous: answer, now })
      } else if (keys.some((key) => byKey.has(key))) left.repeated.add({ now, facts })
      else left.now.add({ now, facts })
      return answer
    },
    miss() {
      left.isPartial = true
    },
    remainder: rest,
    pairs() {
      const { same, renumbered } = rest()
      return new Map([...left.met, ...same, ...renumbered].map(({ previous, now }) => [now, previous]))
    },
  }
}

/** What the unit's returns last showed of the cases of now; one that stands in none is not in it. */
export type ShownBefore = ReadonlyMap<Case, PreviousCase>

/**
 * Whether what a return showed is surely this case. Two closed cases without a number may be of one type and day: only
 * the same closing makes them one, so that no new case is taken for one that was reported.
 */
export function isSurely(now: PreviousCase, previous: PreviousCase): boolean {
  if (previous.open || previous.closed === now.closed) return true
  const numbers = new Set(numbersOf(now))
  return numbersOf(previous).some((number) => numbers.has(number))
}

export function shownBefore(lastShown: readonly PreviousCase[], cases: readonly Case[]): ShownBefore {
  const continuity = createContinuity(lastShown, previousCaseOf)
  for (const c of cases) continuity.meet(c)
  return new Map([...continuity.pairs()].filter(([now, previous]) => isSurely(previousCaseOf(now), previous)))
}

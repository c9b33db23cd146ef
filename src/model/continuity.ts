import type { Case } from './case.ts'
import { foldCaseNumber } from './case-number.ts'
import { type PreviousCase, previousCaseOf } from './previous-case.ts'

export interface SameCase {
  readonly previous: PreviousCase
  readonly now: Case
}

export interface Remainder {
  /** The same case under another type, or without a number in one of the returns. */
  readonly same: readonly SameCase[]
  /** An open case that is gone and a new one of its type and day: probably the same with a new number. */
  readonly renumbered: readonly SameCase[]
  readonly vanished: readonly PreviousCase[]
  readonly added: readonly Case[]
}

export interface Continuity {
  /** The previous case of this type and number. Asked again of the same case it answers the same. */
  readonly meet: (c: Case) => PreviousCase | undefined
  /** Told that some rows could not be read at all. */
  readonly miss: () => void
  readonly remainder: () => Remainder
}

/** What two cases must share to be one; undefined where it cannot be told. */
type KeyOf = (facts: PreviousCase) => string | undefined

const byNumber: KeyOf = ({ caseNumber }) => (caseNumber === null ? undefined : foldCaseNumber(caseNumber))
const byTypeAndNumber: KeyOf = (facts) => {
  const number = byNumber(facts)
  return facts.type === null || number === undefined ? undefined : `${facts.type}\n${number}`
}
const byDay: KeyOf = ({ type, filed }) => (type === null || filed === null ? undefined : `${type}\n${filed}`)
const numbered: KeyOf = (facts) => (facts.caseNumber === null ? undefined : byDay(facts))
const unnumbered: KeyOf = (facts) => (facts.caseNumber === null ? byDay(facts) : undefined)
const unnumberedAndClosed: KeyOf = (facts) => {
  const key = unnumbered(facts)
  return key === undefined ? undefined : `${key}\n${facts.closed}`
}

type Keys = readonly [ofPrevious: KeyOf, ofNow: KeyOf]

/** In this order: a likelier match is not taken away by a less likely one. */
const sameCase: readonly Keys[] = [
  [byNumber, byNumber],
  [unnumberedAndClosed, unnumberedAndClosed],
  [unnumbered, unnumbered],
  [unnumbered, numbered],
  [numbered, unnumbered],
]

const whileOpen = (keyOf: KeyOf): KeyOf => {
  return (facts) => (facts.open ? keyOf(facts) : undefined)
}

const newNumber: Keys = [whileOpen(numbered), numbered]

const onlyType: KeyOf = ({ caseNumber, type, filed }) =>
  caseNumber === null && filed === null ? (type ?? undefined) : undefined
const onlyDay: KeyOf = ({ caseNumber, type, filed }) =>
  caseNumber === null && type === null ? (filed ?? undefined) : undefined
const nothing: KeyOf = ({ caseNumber, type, filed }) =>
  caseNumber === null && type === null && filed === null ? '' : undefined

/** A row that cannot be read may be any case that fits it: its own finding is enough. */
const perhaps: readonly Keys[] = [
  [whileOpen(({ type }) => type ?? undefined), onlyType],
  [whileOpen(({ filed }) => filed ?? undefined), onlyDay],
  [whileOpen(() => ''), nothing],
]

interface Unmet {
  readonly now: Case
  readonly facts: PreviousCase
}

interface Left {
  readonly previous: Set<PreviousCase>
  readonly now: Set<Unmet>
}

interface Unmatched extends Left {
  /** Rows with a number that another row had before them. */
  readonly repeated: Set<Unmet>
  /** Some rows could not be read at all: nobody can say what is gone. */
  isPartial: boolean
}

function queueOf<T>(queues: Map<string, T[]>, key: string): T[] {
  const queue = queues.get(key) ?? []
  queues.set(key, queue)
  return queue
}

/** Takes from both sides, in their order, what shares a key. */
function takePairs(left: Left, [ofPrevious, ofNow]: Keys): readonly SameCase[] {
  const waiting = new Map<string, Unmet[]>()
  for (const one of left.now) {
    const key = ofNow(one.facts)
    if (key !== undefined) queueOf(waiting, key).push(one)
  }
  const pairs: SameCase[] = []
  for (const previous of left.previous) {
    const key = ofPrevious(previous)
    const one = key === undefined ? undefined : waiting.get(key)?.shift()
    if (one === undefined) continue
    left.previous.delete(previous)
    left.now.delete(one)
    pairs.push({ previous, now: one.now })
  }
  return pairs
}

function isIdentified({ type, caseNumber, filed }: PreviousCase): boolean {
  return caseNumber !== null || (type !== null && filed !== null)
}

function remainderOf({ repeated, isPartial, ...left }: Unmatched): Remainder {
  const same = sameCase.flatMap((keys) => takePairs(left, keys))
  const renumbered = takePairs(left, newNumber)
  const added = [...left.now].map(({ now }) => now)
  for (const keys of perhaps) takePairs(left, keys)
  takePairs({ ...left, now: repeated }, [whileOpen(byDay), byDay])
  const vanished = [...left.previous].filter((previous) => previous.open && isIdentified(previous))
  return isPartial ? { same, renumbered: [], vanished: [], added } : { same, renumbered, vanished, added }
}

export function createContinuity(previousReturn: readonly PreviousCase[]): Continuity {
  const left: Unmatched = {
    previous: new Set(previousReturn),
    now: new Set(),
    repeated: new Set(),
    isPartial: false,
  }
  const byKey = new Map<string, PreviousCase[]>()
  for (const previous of previousReturn) {
    const key = byTypeAndNumber(previous)
    if (key !== undefined) queueOf(byKey, key).push(previous)
  }
  let asked: Case | undefined
  let answer: PreviousCase | undefined
  let remainder: Remainder | undefined
  return {
    meet(c) {
      if (c === asked) return answer
      asked = c
      const facts = previousCaseOf(c)
      const queue = byKey.get(byTypeAndNumber(facts) ?? '')
      answer = queue?.shift()
      if (answer !== undefined) left.previous.delete(answer)
      else if (queue === undefined) left.now.add({ now: c, facts })
      else left.repeated.add({ now: c, facts })
      return answer
    },
    miss() {
      left.isPartial = true
    },
    remainder() {
      remainder ??= remainderOf(left)
      return remainder
    },
  }
}

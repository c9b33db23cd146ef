import { foldedCode } from '../model/case-number.ts'
import { type CaseType, caseTypes } from '../model/case-type.ts'

/** Where a number stood first. */
export interface SeenPlace {
  readonly type: CaseType
  /** The log's place among those read. */
  readonly log: number
  readonly line: number
}

export interface Meeting {
  /** Where the number stood first with the same type. */
  readonly sameType: SeenPlace | undefined
  /** Where it stood first with another type. */
  readonly otherType: SeenPlace | undefined
}

/** All that was remembered, as it lies in memory: four words a slot, most slots filled. */
export interface NumberTable {
  readonly slots: Uint32Array<ArrayBuffer>
  readonly count: number
}

/** Remembers numbers as fingerprints: a million of them must not cost a million strings. */
export interface SeenNumbers {
  /** What earlier cases tell of this number; remembers its place if they tell nothing of its type. */
  readonly meet: (number: string, place: SeenPlace) => Meeting | undefined
  readonly table: () => NumberTable
  /** Remembers a whole table, its logs behind the first `logs`; false, and none of it, where one number is known. */
  readonly admit: (table: NumberTable, logs: number) => boolean
}

// A slot is four 32-bit words: two of fingerprint, log and type in one, line. 16 bytes at three quarters
// full are 21 a number. Two numbers share a 64-bit fingerprint once in 10^7 logs of a million cases.
const slotWords = 4
const firstSlots = 1024
const fullest = 0.75
const typeBits = 3
const typeMask = (1 << typeBits) - 1

/** cyrb53's mixing, kept at 64 bits, over the folded number. */
function fingerprint(text: string, into: Uint32Array): void {
  let low = 0xdeadbeef
  let high = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = foldedCode(text.charCodeAt(at))
    if (code === 0) continue
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  into[0] = low
  into[1] = high
}

function typeAt(index: number): CaseType {
  return caseTypes[index] ?? caseTypes[0]
}

function earlier(one: SeenPlace | undefined, other: SeenPlace): SeenPlace {
  if (one === undefined) return other
  const isBefore = one.log < other.log || (one.log === other.log && one.line < other.line)
  return isBefore ? one : other
}

function firstFree(slots: Uint32Array, low: number): number {
  const last = slots.length / slotWords - 1
  let slot = low & last
  while (slots[slot * slotWords + 2] !== 0) slot = (slot + 1) & last
  return slot * slotWords
}

function grown(slots: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(slots.length * 2)
  for (let from = 0; from < slots.length; from += slotWords) {
    if (slots[from + 2] === 0) continue
    const to = firstFree(larger, slots[from] ?? 0)
    for (let word = 0; word < slotWords; word += 1) larger[to + word] = slots[from + word] ?? 0
  }
  return larger
}

/** Before a table is copied in its own order: a smaller one would fill up from its beginning and be slow. */
function roomFor(more: number, { slots, count }: NumberTable): Uint32Array<ArrayBuffer> {
  let roomy = slots
  while ((count + more) * slotWords > roomy.length * fullest) roomy = grown(roomy)
  return roomy
}

function isKnown(slots: Uint32Array, low: number, high: number): boolean {
  const last = slots.length / slotWords - 1
  let slot = low & last
  while (slots[slot * slotWords + 2] !== 0) {
    if (slots[slot * slotWords] === low && slots[slot * slotWords + 1] === high) return true
    slot = (slot + 1) & last
  }
  return false
}

function holdsAny(slots: Uint32Array, other: Uint32Array): boolean {
  for (let at = 0; at < other.length; at += slotWords) {
    if (other[at + 2] !== 0 && isKnown(slots, other[at] ?? 0, other[at + 1] ?? 0)) return true
  }
  return false
}

function copyInto(slots: Uint32Array, other: Uint32Array, logs: number): void {
  for (let from = 0; from < other.length; from += slotWords) {
    const word = other[from + 2] ?? 0
    if (word === 0) continue
    const to = firstFree(slots, other[from] ?? 0)
    slots[to] = other[from] ?? 0
    slots[to + 1] = other[from + 1] ?? 0
    slots[to + 2] = word + (logs << typeBits)
    slots[to + 3] = other[from + 3] ?? 0
  }
}

export function createSeenNumbers(): SeenNumbers {
  let slots = new Uint32Array(firstSlots * slotWords)
  let count = 0
  const print = new Uint32Array(2)

  function placeIn(at: number): SeenPlace {
    const word = slots[at + 2] ?? 0
    return { type: typeAt(word & typeMask), log: (word >>> typeBits) - 1, line: slots[at + 3] ?? 0 }
  }

  function remember(at: number, type: number, place: SeenPlace): void {
    slots[at] = print[0] ?? 0
    slots[at + 1] = print[1] ?? 0
    slots[at + 2] = ((place.log + 1) << typeBits) | type
    slots[at + 3] = place.line
    count += 1
    if (count * slotWords > slots.length * fullest) slots = grown(slots)
  }

  return {
    meet(number, place) {
      fingerprint(number, print)
      const type = caseTypes.indexOf(place.type)
      const last = slots.length / slotWords - 1
      let otherType: SeenPlace | undefined
      let slot = (print[0] ?? 0) & last
      let at = slot * slotWords
      while (slots[at + 2] !== 0) {
        if (slots[at] === print[0] && slots[at + 1] === print[1]) {
          const seen = placeIn(at)
          if (seen.type === place.type) return { sameType: seen, otherType }
          otherType = earlier(otherType, seen)
        }
        slot = (slot + 1) & last
        at = slot * slotWords
      }
      remember(at, type, place)
      return otherType && { sameType: undefined, otherType }
    },
    table: () => ({ slots, count }),
    admit(other, logs) {
      slots = roomFor(other.count, { slots, count })
      if (holdsAny(slots, other.slots)) return false
      copyInto(slots, other.slots, logs)
      count += other.count
      return true
    },
  }
}

/** 64 bits of a number; two of a million share them once in 10^7 times. */
interface Fingerprint {
  low: number
  high: number
}

/** A type of case by its index, and a line in the count over all logs, from 1. */
interface Stand {
  type: number
  place: number
}

export interface Entry extends Fingerprint, Stand {}

/** Where a number stood first. */
export interface Met {
  readonly sameType?: Stand
  readonly otherType?: Stand | undefined
}

// A slot is three 32-bit words: two of fingerprint, one of the place, 0 while the slot is free.
const slotWords = 3
// The first bits of `high` choose a segment and need not be kept; the type stands in their place.
const segmentBits = 6
const typeShift = 29
const keptBits = 2 ** typeShift - 1
const wordRange = 2 ** 32

// All segments begin at other sizes and grow by half when three quarters full: they never grow together, and the
// whole is 20 bytes a number at any time. One table that doubles is 43 of them when it has just grown.
const growth = 1.5
const fullest = 0.75
const firstSlots = 16

type Segment = Uint32Array<ArrayBuffer>

/** Plain data: a thread can hand it to another. */
export interface NumberTable {
  readonly segments: Segment[]
  readonly counts: Uint32Array<ArrayBuffer>
}

function emptySegment(slots: number): Segment {
  return new Uint32Array(Math.ceil(slots) * slotWords)
}

export function createNumberTable(): NumberTable {
  const count = 2 ** segmentBits
  const segments = Array.from({ length: count }, (_, at) => emptySegment(firstSlots * growth ** (at / count)))
  return { segments, counts: new Uint32Array(count) }
}

function segmentOf(high: number): number {
  return high >>> (32 - segmentBits)
}

function firstSlot(segment: Segment, low: number): number {
  return Math.floor(low * (segment.length / slotWords / wordRange)) * slotWords
}

function nextSlot(segment: Segment, at: number): number {
  const next = at + slotWords
  return next === segment.length ? 0 : next
}

function copyInto(segment: Segment, from: Segment, offset: number): void {
  for (let at = 0; at < from.length; at += slotWords) {
    const place = from[at + 2] ?? 0
    if (place === 0) continue
    const low = from[at] ?? 0
    let free = firstSlot(segment, low)
    while (segment[free + 2] !== 0) free = nextSlot(segment, free)
    segment[free] = low
    segment[free + 1] = from[at + 1] ?? 0
    segment[free + 2] = place + offset
  }
}

/** With room for so many more; filled in its own order, a segment that had to grow meanwhile would be slow. */
function withRoom(segment: Segment, count: number): Segment {
  let slots = segment.length / slotWords
  while (count > slots * fullest) slots = Math.ceil(slots * growth)
  if (slots * slotWords === segment.length) return segment
  const larger = emptySegment(slots)
  copyInto(larger, segment, 0)
  return larger
}

function wordOf({ high, type }: Entry): number {
  return ((high & keptBits) | (type << typeShift)) >>> 0
}

function isSame(segment: Segment, at: number, { low, high }: Fingerprint): boolean {
  return segment[at] === low && (((segment[at + 1] ?? 0) ^ high) & keptBits) === 0
}

function earlier(one: Stand | undefined, other: Stand): Stand {
  return one !== undefined && one.place < other.place ? one : other
}

/** What is known of a number; remembers it where nothing is known of its type. */
export function meet({ segments, counts }: NumberTable, entry: Entry): Met | undefined {
  const index = segmentOf(entry.high)
  const segment = segments[index] ?? emptySegment(1)
  let otherType: Stand | undefined
  let at = firstSlot(segment, entry.low)
  for (; segment[at + 2] !== 0; at = nextSlot(segment, at)) {
    if (!isSame(segment, at, entry)) continue
    const stand = { type: (segment[at + 1] ?? 0) >>> typeShift, place: segment[at + 2] ?? 0 }
    if (stand.type === entry.type) return { sameType: stand, otherType }
    otherType = earlier(otherType, stand)
  }
  segment[at] = entry.low
  segment[at + 1] = wordOf(entry)
  segment[at + 2] = entry.place
  const count = (counts[index] ?? 0) + 1
  counts[index] = count
  segments[index] = withRoom(segment, count)
  return otherType && { otherType }
}

function isKnown(segment: Segment, entry: Fingerprint): boolean {
  for (let at = firstSlot(segment, entry.low); segment[at + 2] !== 0; at = nextSlot(segment, at)) {
    if (isSame(segment, at, entry)) return true
  }
  return false
}

function holdsAny(segment: Segment, others: Segment): boolean {
  for (let at = 0; at < others.length; at += slotWords) {
    const entry = { low: others[at] ?? 0, high: others[at + 1] ?? 0 }
    if (others[at + 2] !== 0 && isKnown(segment, entry)) return true
  }
  return false
}

/** Takes in all of another table, its places moved on by `offset`; false, and nothing, where they share a number. */
export function admit(table: NumberTable, more: NumberTable, offset: number): boolean {
  if (more.segments.some((others, index) => holdsAny(table.segments[index] ?? others, others))) return false
  more.segments.forEach((others, index) => {
    const count = (table.counts[index] ?? 0) + (more.counts[index] ?? 0)
    const segment = withRoom(table.segments[index] ?? others, count)
    copyInto(segment, others, offset)
    table.segments[index] = segment
    table.counts[index] = count
  })
  return true
}

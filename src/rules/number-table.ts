export interface Entry {
  low: number
  /** More of the fingerprint, and the type. */
  high: number
  /** Its line in the count over all logs, from 1. */
  place: number
}

export interface Stand {
  readonly type: number
  readonly place: number
}

/** Where a number stood first. */
export interface Met {
  readonly sameType?: Stand
  readonly otherType?: Stand | undefined
}

// Of 64 bits of fingerprint 61 are kept: two of a million numbers share them once in four million times.
const typeShift = 29
const keptBits = 2 ** typeShift - 1

export function highWord(fingerprint: number, type: number): number {
  return (fingerprint & keptBits) | (type << typeShift)
}

// The words of an entry; 0 in the last while the slot is free.
const slotWords = 3
const wordRange = 2 ** 32

const segmentCount = 64
// All segments begin at other sizes and grow by half when three quarters full: they never grow together, and the
// whole is 20 bytes a number at any time. One table that doubles is 43 of them when it has just grown.
const growth = 1.5
const fullest = 0.75
const firstSlots = 32

export type Slots = Int32Array

export interface NumberTable {
  /** The last bits of `high` choose one. */
  readonly segments: Slots[]
  readonly counts: Int32Array
}

/** Written at once: the system maps a page that is read first a second time when it is written. */
function freeSlots(count: number): Slots {
  return new Int32Array(Math.ceil(count) * slotWords).fill(0)
}

export function createNumberTable(): NumberTable {
  const counts = new Int32Array(segmentCount)
  const sizes = Array.from(counts, (_, at) => firstSlots * growth ** (at / segmentCount))
  return { segments: sizes.map(freeSlots), counts }
}

function indexOf(high: number): number {
  return high & (segmentCount - 1)
}

function segmentOf(table: NumberTable, high: number): Slots {
  return table.segments[indexOf(high)] ?? freeSlots(1)
}

function firstSlot(segment: Slots, low: number): number {
  return Math.floor((low >>> 0) * (segment.length / slotWords / wordRange)) * slotWords
}

function nextSlot(segment: Slots, at: number): number {
  const next = at + slotWords
  return next === segment.length ? 0 : next
}

function freeSlot(segment: Slots, low: number): number {
  let at = firstSlot(segment, low)
  while (segment[at + 2] !== 0) at = nextSlot(segment, at)
  return at
}

function copyInto(segment: Slots, from: Slots): void {
  const entry = { low: 0, high: 0, place: 0 }
  for (let at = 0; at < from.length; at += slotWords) {
    if (from[at + 2] === 0) continue
    store(segment, freeSlot(segment, from[at] ?? 0), load(entry, from, at))
  }
}

function enlarge(table: NumberTable, index: number, slots: number): void {
  const larger = freeSlots(slots)
  copyInto(larger, table.segments[index] ?? larger)
  table.segments[index] = larger
}

/** For so many numbers at once, where it is known that they will come: growing by and by costs more than all else. */
export function makeRoom(table: NumberTable, count: number): void {
  const slots = count / segmentCount / fullest
  table.segments.forEach((segment, index) => {
    if (segment.length < slots * slotWords) enlarge(table, index, slots)
  })
}

function put(table: NumberTable, at: number, { low, high, place }: Entry): void {
  const index = indexOf(high)
  const segment = segmentOf(table, high)
  store(segment, at, { low, high, place })
  const count = (table.counts[index] ?? 0) + 1
  table.counts[index] = count
  const slots = segment.length / slotWords
  if (count > slots * fullest) enlarge(table, index, slots * growth)
}

function isSame(segment: Slots, at: number, { low, high }: Entry): boolean {
  return (((segment[at] ?? 0) ^ low) | (((segment[at + 1] ?? 0) ^ high) & keptBits)) === 0
}

function earlier(one: Stand | undefined, other: Stand): Stand {
  return one !== undefined && one.place < other.place ? one : other
}

/** What is known of a number; remembers it where nothing is known of its type. */
export function meet(table: NumberTable, entry: Entry): Met | undefined {
  const segment = segmentOf(table, entry.high)
  const type = entry.high >>> typeShift
  let otherType: Stand | undefined
  let at = firstSlot(segment, entry.low)
  for (; segment[at + 2] !== 0; at = nextSlot(segment, at)) {
    if (!isSame(segment, at, entry)) continue
    const stand = { type: (segment[at + 1] ?? 0) >>> typeShift, place: segment[at + 2] ?? 0 }
    if (stand.type === type) return { sameType: stand, otherType }
    otherType = earlier(otherType, stand)
  }
  put(table, at, entry)
  return otherType && { otherType }
}

function isKnown(table: NumberTable, entry: Entry): boolean {
  const segment = segmentOf(table, entry.high)
  for (let at = firstSlot(segment, entry.low); segment[at + 2] !== 0; at = nextSlot(segment, at)) {
    if (isSame(segment, at, entry)) return true
  }
  return false
}

function load(entry: Entry, slots: Slots, at: number): Entry {
  entry.low = slots[at] ?? 0
  entry.high = slots[at + 1] ?? 0
  entry.place = slots[at + 2] ?? 0
  return entry
}

function store(slots: Slots, at: number, { low, high, place }: Entry): void {
  slots[at] = low
  slots[at + 1] = high
  slots[at + 2] = place
}

function copyTaken(segment: Slots, into: Slots, from: number): number {
  const entry = { low: 0, high: 0, place: 0 }
  let end = from
  for (let at = 0; at < segment.length; at += slotWords) {
    if (segment[at + 2] === 0) continue
    store(into, end, load(entry, segment, at))
    end += slotWords
  }
  return end
}

/** All entries of a table, which is empty behind it and keeps its room. */
export function takeOut({ segments, counts }: NumberTable): Slots {
  const taken = freeSlots(counts.reduce((sum, count) => sum + count, 0))
  let end = 0
  for (const segment of segments) {
    end = copyTaken(segment, taken, end)
    segment.fill(0)
  }
  counts.fill(0)
  return taken
}

/** Takes in all entries of another table, their places moved on by `offset`; false, and none, where one is known. */
export function admit(table: NumberTable, slots: Slots, offset: number): boolean {
  const entry = { low: 0, high: 0, place: 0 }
  for (let at = 0; at < slots.length; at += slotWords) {
    if (isKnown(table, load(entry, slots, at))) return false
  }
  for (let at = 0; at < slots.length; at += slotWords) {
    load(entry, slots, at).place += offset
    put(table, freeSlot(segmentOf(table, entry.high), entry.low), entry)
  }
  return true
}

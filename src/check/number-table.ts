import {
  copyInto,
  copyTaken,
  type Entry,
  firstSlot,
  freeSlots,
  isSame,
  load,
  nextSlot,
  placeAt,
  type Slots,
  slotCount,
  slotWords,
  store,
  typeIn,
} from './slots.ts'

export interface Stand {
  readonly type: number
  readonly place: number
}

/** Where a number stood first. */
export interface Met {
  readonly sameType?: Stand
  readonly otherType?: Stand | undefined
}

const segmentCount = 64
// All segments begin at other sizes and grow by half when three quarters full: they never grow together, and the
// whole is 20 bytes a number at any time. One table that doubles is 43 of them when it has just grown.
const growth = 1.5
const fullest = 0.75
const firstSlots = 32

export interface NumberTable {
  /** The last bits of `high` choose one. */
  readonly segments: Slots[]
  readonly counts: Int32Array
}

export function createNumberTable(): NumberTable {
  const counts = new Int32Array(segmentCount)
  const sizes = Array.from(counts, (_, at) => firstSlots * growth ** (at / segmentCount))
  return { segments: sizes.map(freeSlots), counts }
}

function indexOf(high: number): number {
  return high & (segmentCount - 1)
}

function segmentAt(table: NumberTable, index: number): Slots {
  return table.segments[index] ?? freeSlots(1)
}

function segmentOf(table: NumberTable, high: number): Slots {
  return segmentAt(table, indexOf(high))
}

function enlarge(table: NumberTable, index: number, slots: number): void {
  const larger = freeSlots(slots)
  copyInto(larger, segmentAt(table, index))
  table.segments[index] = larger
}

/** For so many numbers at once, where it is known that they will come: growing by and by costs more than all else. */
export function makeRoom(table: NumberTable, count: number): void {
  const slots = count / segmentCount / fullest
  table.segments.forEach((segment, index) => {
    if (slotCount(segment) < slots) enlarge(table, index, slots)
  })
}

function grow(table: NumberTable, index: number, count: number): void {
  const slots = slotCount(segmentAt(table, index))
  if (count > slots * fullest) enlarge(table, index, Math.max(slots * growth, count / fullest))
}

function put(table: NumberTable, at: number, entry: Entry): void {
  const index = indexOf(entry.high)
  store(segmentOf(table, entry.high), at, entry)
  const count = (table.counts[index] ?? 0) + 1
  table.counts[index] = count
  grow(table, index, count)
}

function earlier(one: Stand | undefined, other: Stand): Stand {
  return one !== undefined && one.place < other.place ? one : other
}

/** What is known of a number; remembers it where nothing is known of its type. */
export function meet(table: NumberTable, entry: Entry): Met | undefined {
  const segment = segmentOf(table, entry.high)
  const type = typeIn(entry.high)
  let otherType: Stand | undefined
  let at = firstSlot(segment, entry.low)
  for (; placeAt(segment, at) !== 0; at = nextSlot(segment, at)) {
    if (!isSame(segment, at, entry)) continue
    const stand = { type: typeIn(segment[at + 1] ?? 0), place: placeAt(segment, at) }
    if (stand.type === type) return { sameType: stand, otherType }
    otherType = earlier(otherType, stand)
  }
  put(table, at, entry)
  return otherType && { otherType }
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

/** Where the entries behind `from` are no longer of its segment: those of one segment come one behind the other. */
function endOfSegment(slots: Slots, from: number): number {
  const index = indexOf(slots[from + 1] ?? 0)
  let end = from
  while (end < slots.length && indexOf(slots[end + 1] ?? 0) === index) end += slotWords
  return end
}

function putUnlessKnown(segment: Slots, entry: Entry, lastKnown: number): boolean {
  let at = firstSlot(segment, entry.low)
  for (; placeAt(segment, at) !== 0; at = nextSlot(segment, at)) {
    if (placeAt(segment, at) <= lastKnown && isSame(segment, at, entry)) return false
  }
  store(segment, at, entry)
  return true
}

/** How far entries of one segment came in; it has grown before, so that they can be taken back, the last first. */
function admitInto(table: NumberTable, slots: Slots, offset: number): number {
  const index = indexOf(slots[1] ?? 0)
  const count = table.counts[index] ?? 0
  grow(table, index, count + slotCount(slots))
  const segment = segmentAt(table, index)
  const entry = { low: 0, high: 0, place: 0 }
  let at = 0
  for (; at < slots.length; at += slotWords) {
    load(entry, slots, at).place += offset
    if (!putUnlessKnown(segment, entry, offset)) break
  }
  table.counts[index] = count + at / slotWords
  return at
}

function takeBack(table: NumberTable, slots: Slots, offset: number): void {
  const entry = { low: 0, high: 0, place: 0 }
  for (let last = slots.length - slotWords; last >= 0; last -= slotWords) {
    load(entry, slots, last).place += offset
    const segment = segmentOf(table, entry.high)
    let at = firstSlot(segment, entry.low)
    while (placeAt(segment, at) !== entry.place) at = nextSlot(segment, at)
    segment.fill(0, at, at + slotWords)
    const index = indexOf(entry.high)
    table.counts[index] = (table.counts[index] ?? 0) - 1
  }
}

/** Takes in all entries of another table, their places moved on by `offset`; false, and none, where one is known. */
export function admit(table: NumberTable, slots: Slots, offset: number): boolean {
  for (let from = 0, end = 0; from < slots.length; from = end) {
    end = endOfSegment(slots, from)
    const reached = from + admitInto(table, slots.subarray(from, end), offset)
    if (reached === end) continue
    takeBack(table, slots.subarray(0, reached), offset)
    return false
  }
  return true
}

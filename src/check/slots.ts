export interface Entry {
  low: number
  /** More of the fingerprint, and the type. */
  high: number
  /** Its line in the count over all logs, from 1. */
  place: number
}

// Of 64 bits of fingerprint 61 are kept: two of a million numbers share them once in four million times.
const typeShift = 29
const keptBits = 2 ** typeShift - 1

export function highWord(fingerprint: number, type: number): number {
  return (fingerprint & keptBits) | (type << typeShift)
}

export function typeIn(high: number): number {
  return high >>> typeShift
}

// The words of an entry; 0 in the last while the slot is free.
export const slotWords = 3
const wordRange = 2 ** 32

export type Slots = Int32Array

/** Written at once: the system maps a page that is read first a second time when it is written. */
export function freeSlots(count: number): Slots {
  return new Int32Array(Math.ceil(count) * slotWords).fill(0)
}

export function slotCount(slots: Slots): number {
  return slots.length / slotWords
}

export function firstSlot(slots: Slots, low: number): number {
  return Math.floor((low >>> 0) * (slotCount(slots) / wordRange)) * slotWords
}

export function nextSlot(slots: Slots, at: number): number {
  const next = at + slotWords
  return next === slots.length ? 0 : next
}

export function placeAt(slots: Slots, at: number): number {
  return slots[at + 2] ?? 0
}

export function isSame(slots: Slots, at: number, { low, high }: Entry): boolean {
  return (((slots[at] ?? 0) ^ low) | (((slots[at + 1] ?? 0) ^ high) & keptBits)) === 0
}

export function load(entry: Entry, slots: Slots, at: number): Entry {
  entry.low = slots[at] ?? 0
  entry.high = slots[at + 1] ?? 0
  entry.place = slots[at + 2] ?? 0
  return entry
}

export function store(slots: Slots, at: number, { low, high, place }: Entry): void {
  slots[at] = low
  slots[at + 1] = high
  slots[at + 2] = place
}

export function copyInto(slots: Slots, from: Slots): void {
  const entry = { low: 0, high: 0, place: 0 }
  for (let at = 0; at < from.length; at += slotWords) {
    if (placeAt(from, at) === 0) continue
    let to = firstSlot(slots, load(entry, from, at).low)
    while (placeAt(slots, to) !== 0) to = nextSlot(slots, to)
    store(slots, to, entry)
  }
}

export function copyTaken(slots: Slots, into: Slots, from: number): number {
  const entry = { low: 0, high: 0, place: 0 }
  let end = from
  for (let at = 0; at < slots.length; at += slotWords) {
    if (placeAt(slots, at) === 0) continue
    store(into, end, load(entry, slots, at))
    end += slotWords
  }
  return end
}

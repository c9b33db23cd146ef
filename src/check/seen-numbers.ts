import { foldedCode } from '../model/case-number.ts'
import { type CaseType, caseTypes } from '../model/case-type.ts'
import { admit, createNumberTable, type Met, makeRoom, meet, takeOut } from './number-table.ts'
import { append, countOf, createRunningLines, lineAt, openLog, type RunningLines } from './running-lines.ts'
import { type Entry, highWord, type Slots } from './slots.ts'

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

/** All that was remembered: plain data, for another thread. */
export interface SeenTable {
  readonly numbers: Slots
  /** No number was met twice. */
  readonly isEachNew: boolean
  readonly lines: RunningLines
}

/** Remembers numbers as fingerprints: a million of them must not cost a million strings. */
export interface SeenNumbers {
  /** Before the first number of a log, from which line on its numbers come. */
  readonly openLog: (first: number) => void
  /** What earlier cases tell of this number; remembers its place if they tell nothing of its type. */
  readonly meet: (number: string, place: Omit<SeenPlace, 'log'>) => Meeting | undefined
  readonly takeOut: () => SeenTable
  readonly expect: (count: number) => void
  /** Remembers a whole table; false, and none of it, where one number is known. */
  readonly admit: (table: SeenTable, linesBefore: number) => boolean
}

/** cyrb53's mixing, kept at 64 bits, over the folded number. */
function fingerprint(text: string, into: Pick<Entry, 'low' | 'high'>): void {
  let low = 0xdeadbeef | 0
  let high = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = foldedCode(text.charCodeAt(at))
    if (code === 0) continue
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  into.low = low
  into.high = high
}

function typeAt(index: number): CaseType {
  return caseTypes[index] ?? caseTypes[0]
}

const overestimate = 1.05

export function createSeenNumbers(): SeenNumbers {
  const numbers = createNumberTable()
  const entry = { low: 0, high: 0, place: 0 }
  let lines = createRunningLines()
  let isEachNew = true
  let room = 0

  function placeOf(stand: Met['sameType']): SeenPlace | undefined {
    return stand && { type: typeAt(stand.type), ...lineAt(lines, stand.place) }
  }

  return {
    openLog: (first) => openLog(lines, first),
    meet(number, { type, line }) {
      fingerprint(number, entry)
      entry.high = highWord(entry.high, caseTypes.indexOf(type))
      entry.place = countOf(lines, line)
      const met = meet(numbers, entry)
      if (met) isEachNew = false
      return met && { sameType: placeOf(met.sameType), otherType: placeOf(met.otherType) }
    },
    expect(count) {
      if (count <= room) return
      room = count * overestimate
      makeRoom(numbers, room)
    },
    takeOut() {
      const taken = { numbers: takeOut(numbers), isEachNew, lines }
      lines = createRunningLines()
      isEachNew = true
      return taken
    },
    admit(other, linesBefore) {
      if (!admit(numbers, other.numbers, lines.last)) return false
      append(lines, other.lines, linesBefore)
      return true
    },
  }
}

import { type Case, columnBit, type Layout } from '../model/case.ts'
import { type CaseType, caseTypes } from '../model/case-type.ts'
import { keyInWords, numberKeys } from '../model/number-keys.ts'
import { fingerprintOf } from './fingerprint.ts'

/** Where a number stood first. */
export interface FirstPlace {
  readonly type: CaseType
  readonly layout: Layout
  readonly line: number
  /** The number itself, where the cell that was asked about holds several. */
  readonly number?: string
}

/** What earlier cases tell of a number: where it stood first with the same type, or else with another. */
export interface Meeting {
  readonly sameType?: FirstPlace
  readonly otherType?: FirstPlace
}

/** The cases of one log, and how many of them stand in a log read before. */
export interface Repeats {
  readonly cases: number
  readonly repeated: number
  /** The earlier logs they stand in, in the order met. */
  readonly paths: readonly string[]
}

/** The numbers of one run; made anew for each, shared by the rules that compare cases. */
export interface Numbers {
  /** What earlier cases tell of this one's number. Asked again of the same case it answers the same. */
  readonly meet: (c: Case) => Meeting | undefined
  /** Where a number stood first, as seen from this case: 第 5 行, 「凌源.csv」第 5 行. */
  readonly placeInWords: (first: FirstPlace, c: Pick<Case, 'layout'>) => string
  /** Whether a number stood first in the log of this case. */
  readonly isSameLog: (first: FirstPlace, c: Case) => boolean
  /** Three or more and most of the log's cases stand in other logs: the log as a whole is a repetition. */
  readonly repetitionIn: (path: string) => Repeats | undefined
}

/** Which layout and which line, in one number: as objects a million places would cost as much as their cases. */
const layoutShift = 2 ** 32

const nowhere: Layout = { path: '', index: {}, heading: {} }

function createFirstPlaces() {
  const byType = caseTypes.map((type) => ({ type, places: new Map<number, number>() }))
  const layouts: Layout[] = []

  function placeOf(type: CaseType, place: number): FirstPlace {
    return { type, layout: layouts[Math.floor(place / layoutShift)] ?? nowhere, line: place % layoutShift }
  }

  /** The first of all types. */
  function firstWith(fingerprint: number): FirstPlace | undefined {
    const known = byType.flatMap(({ type, places }) => {
      const place = places.get(fingerprint)
      return place === undefined ? [] : [{ type, place }]
    })
    const [first] = known.sort((one, other) => one.place - other.place)
    return first && placeOf(first.type, first.place)
  }

  return {
    open(layout: Layout): void {
      if (layouts.at(-1) !== layout) layouts.push(layout)
    },
    /** Remembers the place of a number that nothing was known of with this type. */
    meet(key: string, type: CaseType, line: number): Meeting | undefined {
      const fingerprint = fingerprintOf(key)
      const own = byType.find((one) => one.type === type)?.places
      const known = own?.get(fingerprint)
      if (known !== undefined) return { sameType: placeOf(type, known) }
      const otherType = byType.some(({ places }) => places.has(fingerprint)) && firstWith(fingerprint)
      own?.set(fingerprint, (layouts.length - 1) * layoutShift + line)
      return otherType ? { otherType } : undefined
    },
  }
}

/** A cell may hold several numbers, each of which has been met or not; the first that has been is spoken of. */
function meetEach(keys: readonly string[], meet: (key: string) => Meeting | undefined): Meeting | undefined {
  const [only] = keys
  if (keys.length === 1 && only !== undefined) return meet(only)
  const met = keys.map((key) => ({ number: keyInWords(key), meeting: meet(key) }))
  const same = met.find(({ meeting }) => meeting?.sameType)
  if (same?.meeting?.sameType) return { sameType: { ...same.meeting.sameType, number: same.number } }
  const other = met.find(({ meeting }) => meeting?.otherType)
  return other?.meeting?.otherType && { otherType: { ...other.meeting.otherType, number: other.number } }
}

const fewestRepeats = 3
const unreadable = columnBit.type | columnBit.caseNumber

function isRepetition({ cases, repeated }: Repeats): boolean {
  return repeated >= fewestRepeats && repeated * 2 > cases
}

/** Only what is another than here. */
function logInWords({ path, sheet }: Layout, here: Layout): string {
  const log = path === here.path ? '' : `「${path}」`
  const isSameSheet = log === '' && sheet === here.sheet
  return `${log}${sheet === undefined || isSameSheet ? '' : `工作表「${sheet}」`}`
}

/** Counts the cases of the log that is being read, and those of them met in others. */
function createCount() {
  const none = (path: string) => ({ path, cases: 0, repeated: 0, paths: new Set<string>() })
  let log = none('')
  return {
    add(path: string, first: FirstPlace | undefined): void {
      if (path !== log.path) log = none(path)
      log.cases += 1
      if (!first || first.layout.path === path) return
      log.repeated += 1
      log.paths.add(first.layout.path)
    },
    repetitionIn(path: string): Repeats | undefined {
      const repeats = { cases: log.cases, repeated: log.repeated, paths: [...log.paths] }
      return path === log.path && isRepetition(repeats) ? repeats : undefined
    },
  }
}

export function createNumbers(): Numbers {
  const places = createFirstPlaces()
  const count = createCount()
  let asked: Case | undefined
  let answer: Meeting | undefined
  return {
    meet(c) {
      if (c === asked) return answer
      const { type, caseNumber, faulty, line, layout } = c
      places.open(layout)
      const isReadable = type && caseNumber && (faulty & unreadable) === 0
      asked = c
      answer = isReadable
        ? meetEach(numberKeys(caseNumber), (key) => places.meet(key, type, line))
        : undefined
      count.add(layout.path, answer?.sameType)
      return answer
    },
    placeInWords: (first, c) => `${logInWords(first.layout, c.layout)}第 ${first.line} 行`,
    isSameLog: (first, c) => first.layout.path === c.layout.path,
    repetitionIn: count.repetitionIn,
  }
}

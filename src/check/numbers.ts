import { type Case, columnBit, type Layout } from '../model/case.ts'
import { type CaseType, caseTypes } from '../model/case-type.ts'
import { keyInWords, numberKeys } from '../model/number-keys.ts'
import { rowInWords } from '../model/row-in-words.ts'
import { createCountedTexts } from './counted-texts.ts'

/** Where a number stood first. */
export interface FirstPlace {
  readonly type: CaseType
  readonly layout: Layout
  /** The row a spreadsheet shows. */
  readonly row: number
  /** Of a document, where it is what the row is known by. */
  readonly serial?: string
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

/** Which log, which type and which row, in one number: as objects a million places would cost as much as their cases. */
const layoutShift = 2 ** 35
const typeShift = 2 ** 32

const nowhere: Layout = { path: '', index: {}, heading: {} }

function typeOf(place: number): CaseType | undefined {
  return caseTypes[Math.floor(place / typeShift) % (layoutShift / typeShift)]
}

/**
 * Nearly every number stands once, so where each stood first, of whatever type, is asked once a case; what stands under
 * a second type is remembered apart.
 */
function createFirstPlaces() {
  const first = createCountedTexts()
  const underOtherTypes = caseTypes.map(createCountedTexts)
  const layouts: Layout[] = []
  const serials = new Map<number, string>()

  function firstPlace(place: number, type: CaseType): FirstPlace {
    const layout = layouts[Math.floor(place / layoutShift)] ?? nowhere
    const serial = serials.get(place)
    return { type, layout, row: place % typeShift, ...(serial !== undefined && { serial }) }
  }

  return {
    open(layout: Layout): void {
      if (layouts.at(-1) !== layout) layouts.push(layout)
    },
    /** Remembers the place of a number that nothing was known of with this type. */
    meet(key: string, type: CaseType, { row, text, layout }: Case): Meeting | undefined {
      const typeIndex = caseTypes.indexOf(type)
      const here = (layouts.length - 1) * layoutShift + typeIndex * typeShift + row
      if (layout.isDocument) serials.set(here, text.serial)
      const known = first.meet(key, here)
      if (known === undefined) return undefined
      const itsType = typeOf(known) ?? type
      if (itsType === type) return { sameType: firstPlace(known, type) }
      const same = underOtherTypes[typeIndex]?.meet(key, here)
      return same === undefined
        ? { otherType: firstPlace(known, itsType) }
        : { sameType: firstPlace(same, type) }
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
      const { type, caseNumber, faulty, layout } = c
      places.open(layout)
      const isReadable = type && caseNumber && (faulty & unreadable) === 0
      asked = c
      answer = isReadable ? meetEach(numberKeys(caseNumber), (key) => places.meet(key, type, c)) : undefined
      count.add(layout.path, answer?.sameType)
      return answer
    },
    placeInWords({ type, layout, row, serial = null }, c) {
      return logInWords(layout, c.layout) + rowInWords({ isDocument: layout.isDocument, row, type, serial })
    },
    isSameLog: (first, c) => first.layout.path === c.layout.path,
    repetitionIn: count.repetitionIn,
  }
}

import { type Case, columnBit, type Layout } from '../model/case.ts'
import {
  createSeenNumbers,
  type Meeting,
  type SeenNumbers,
  type SeenPlace,
  type SeenTable,
} from './seen-numbers.ts'

/** The cases of one log, and how many of them stand in a log read before. */
export interface Repeats {
  readonly cases: number
  readonly repeated: number
  /** The earlier logs they stand in, in the order met. */
  readonly paths: readonly string[]
}

/** The numbers of a log or a stretch of one, remembered apart from the others: plain data. */
export interface ApartNumbers {
  readonly cases: number
  readonly layouts: readonly Layout[]
  readonly table: SeenTable
}

/** The numbers of one run; made anew for each, shared by the rules that compare cases. */
export interface NumberMemory {
  /** What earlier cases tell of this one's number. Asked again of the same case it answers the same. */
  readonly meet: (c: Case) => Meeting | undefined
  /** Where a number stood first, as seen from this case: 第 5 行, 「凌源.csv」第 5 行. */
  readonly placeInWords: (first: SeenPlace, c: Pick<Case, 'layout'>) => string
  /** Whether a number stood first in the log of this case. */
  readonly isSameLog: (first: SeenPlace, c: Case) => boolean
  /** Three or more and most of the log's cases stand in other logs: the log as a whole is a repetition. */
  readonly repetitionIn: (path: string) => Repeats | undefined
  readonly expect: (cases: number) => void
  /** Hands over all that was met, and begins anew. */
  readonly takeOut: () => ApartNumbers
  /** Remembers them as if met here; false, and none of them, where one was met before. */
  readonly admit: (numbers: ApartNumbers, linesBefore: number) => boolean
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
    takeOut(): number {
      const { cases } = log
      log = none('')
      return cases
    },
    open(path: string): void {
      if (path !== log.path) log = none(path)
    },
    add(cases: number): void {
      log.cases += cases
    },
    repeat(path: string): void {
      if (path === log.path) return
      log.repeated += 1
      log.paths.add(path)
    },
    repetitionIn(path: string): Repeats | undefined {
      const repeats = { cases: log.cases, repeated: log.repeated, paths: [...log.paths] }
      return path === log.path && isRepetition(repeats) ? repeats : undefined
    },
  }
}

const nowhere: Layout = { path: '', index: {}, heading: {} }

function meetNumber(numbers: SeenNumbers, { type, caseNumber, faulty, line }: Case): Meeting | undefined {
  if (!type || !caseNumber || (faulty & unreadable) !== 0) return undefined
  return numbers.meet(caseNumber, { type, line })
}

export function createNumberMemory(): NumberMemory {
  const numbers = createSeenNumbers()
  let layouts: Layout[] = []
  let current: Layout | undefined
  let asked: Case | undefined
  let answer: Meeting | undefined
  const log = createCount()
  const layoutOf = ({ log: at }: SeenPlace): Layout => layouts[at] ?? nowhere

  function keep(layout: Layout): void {
    log.open(layout.path)
    layouts.push(layout)
    current = layout
  }

  return {
    meet(c) {
      if (c === asked) return answer
      if (c.layout !== current) {
        keep(c.layout)
        numbers.openLog(c.line)
      }
      asked = c
      answer = meetNumber(numbers, c)
      log.add(1)
      if (answer?.sameType) log.repeat(layoutOf(answer.sameType).path)
      return answer
    },
    isSameLog: (first, c) => layoutOf(first).path === c.layout.path,
    placeInWords: (first, c) => `${logInWords(layoutOf(first), c.layout)}第 ${first.line} 行`,
    repetitionIn: log.repetitionIn,
    expect: numbers.expect,
    takeOut() {
      const taken = { cases: log.takeOut(), layouts, table: numbers.takeOut() }
      layouts = []
      current = undefined
      return taken
    },
    admit(other, linesBefore) {
      if (!numbers.admit(other.table, linesBefore)) return false
      other.layouts.forEach(keep)
      current = undefined
      log.add(other.cases)
      return true
    },
  }
}

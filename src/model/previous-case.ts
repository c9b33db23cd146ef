import { type Case, columnBit, isClosed, type Published } from './case.ts'
import type { CaseType } from './case-type.ts'
import type { IsoDate } from './date.ts'
import { numberKeys } from './number-keys.ts'

/** A case as a return handed in before had it. null: blank, or not to be read. */
export interface PreviousCase {
  readonly type: CaseType | null
  readonly caseNumber: string | null
  /** 立案号, where the ledger keeps it beside the 文号: the case is known by either. */
  readonly filingNumber?: string | null | undefined
  readonly filed: IsoDate | null
  readonly closed: IsoDate | null
  readonly outcome: string | null
  readonly open: boolean
  readonly published: Published | null
  /** The round whose return showed it last; absent: the latest return. */
  readonly round?: string
}

function readable<C extends 'type' | 'caseNumber' | 'filed' | 'closed' | 'published'>(
  c: Case,
  column: C,
): Case[C] {
  return (c.faulty & columnBit[column]) === 0 ? c[column] : undefined
}

export function previousCaseOf(c: Case): PreviousCase {
  return {
    type: readable(c, 'type') ?? null,
    caseNumber: readable(c, 'caseNumber') ?? null,
    ...(c.filingNumber && { filingNumber: c.filingNumber }),
    filed: readable(c, 'filed') ?? null,
    closed: readable(c, 'closed') ?? null,
    outcome: c.outcome ? c.text.outcome : null,
    open: !isClosed(c),
    published: readable(c, 'published') ?? null,
  }
}

/** What two cases must share one of to be the same; none where it cannot be told. */
type KeysOf = (facts: PreviousCase) => readonly string[]

const none: readonly string[] = []

export const numbersOf: KeysOf = ({ caseNumber, filingNumber }) =>
  [caseNumber, filingNumber].flatMap((number) => (number ? numberKeys(number) : none))
export const typeAndNumber: KeysOf = (facts) =>
  facts.type === null ? none : numbersOf(facts).map((number) => `${facts.type}\n${number}`)
export const day: KeysOf = ({ type, filed }) =>
  type === null || filed === null ? none : [`${type}\n${filed}`]
const bothDays: KeysOf = (facts) => day(facts).map((key) => `${key}\n${facts.closed}`)

const numbered = (keysOf: KeysOf): KeysOf => {
  return (facts) => (numbersOf(facts).length > 0 ? keysOf(facts) : none)
}
const unnumbered = (keysOf: KeysOf): KeysOf => {
  return (facts) => (numbersOf(facts).length > 0 ? none : keysOf(facts))
}
export const whileOpen = (keysOf: KeysOf): KeysOf => {
  return (facts) => (facts.open ? keysOf(facts) : none)
}
export const onceClosed = (keysOf: KeysOf): KeysOf => {
  return (facts) => (facts.open || facts.closed === null ? none : keysOf(facts))
}

export type Keys = readonly [ofPrevious: KeysOf, ofNow: KeysOf]

/** In this order: a likelier match is not taken away by a less likely one. */
export const sameCase: readonly Keys[] = [
  [numbersOf, numbersOf],
  [unnumbered(bothDays), unnumbered(bothDays)],
  [unnumbered(day), unnumbered(day)],
  [unnumbered(day), numbered(day)],
  [numbered(day), unnumbered(day)],
]

/** A closed case gets another number only where the first was a slip: its closing must be the same. */
export const newNumber: readonly Keys[] = [
  [whileOpen(numbered(day)), numbered(day)],
  [onceClosed(numbered(bothDays)), onceClosed(numbered(bothDays))],
]

const onlyType: KeysOf = ({ type, filed }) => (filed === null && type !== null ? [type] : none)
const onlyDay: KeysOf = ({ type, filed }) => (type === null && filed !== null ? [filed] : none)
const nothing: KeysOf = ({ type, filed }) => (type === null && filed === null ? [''] : none)

/** A row that cannot be read may be any case that fits it: its own finding is enough. */
const unreadable: readonly Keys[] = [
  [({ type }) => (type === null ? none : [type]), unnumbered(onlyType)],
  [({ filed }) => (filed === null ? none : [filed]), unnumbered(onlyDay)],
  [() => [''], unnumbered(nothing)],
]
export const perhaps: readonly Keys[] = [whileOpen, onceClosed].flatMap((state) =>
  unreadable.map(([ofPrevious, ofNow]): Keys => [state(ofPrevious), ofNow]),
)

/** Whether anybody could find the case in another return. */
export function isIdentified(facts: PreviousCase): boolean {
  return numbersOf(facts).length > 0 || (facts.type !== null && facts.filed !== null)
}

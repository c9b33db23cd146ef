import { numberKeys } from './number-keys.ts'
import type { PreviousCase } from './previous-case.ts'

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

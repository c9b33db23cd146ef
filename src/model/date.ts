import { addDays as shiftDays } from 'date-fns/addDays'
import { addMonths as shiftMonths } from 'date-fns/addMonths'
import { remembered } from './memo.ts'

declare const brand: unique symbol

/** A calendar day written YYYY-MM-DD; compares with `<`. The only date in the program. */
export type IsoDate = string & { readonly [brand]: 'IsoDate' }

export interface Span {
  readonly months?: number
  readonly days?: number
}

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (monthDays[month - 1] ?? 0)
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1000 && year <= 9999 && day >= 1 && day <= daysInMonth(year, month)
}

const mostDays = 4096
const days = new Map<number, IsoDate>()

/** The same string for the same day: it is compared and looked up with every case. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (!isDay(year, month, day)) return undefined
  const key = (year * 100 + month) * 100 + day
  const known = days.get(key)
  if (known !== undefined) return known
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as IsoDate
  if (days.size >= mostDays) days.clear()
  days.set(key, date)
  return date
}

const hyphen = 0x2d
const zero = 0x30

function numberIn(text: string, start: number, end: number): number {
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - zero
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

export function parseIsoDate(text: string): IsoDate | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return undefined
  return isoDate(numberIn(text, 0, 4), numberIn(text, 5, 7), numberIn(text, 8, 10))
}

/** For constants in the source: a slip there is a bug, not a finding. */
export function day(text: string): IsoDate {
  const date = parseIsoDate(text)
  if (date === undefined) throw new TypeError(`not a calendar day: ${text}`)
  return date
}

// Noon exists on every day in every zone; midnight does not where clocks change at night.
function atNoon(date: IsoDate): Date {
  return new Date(yearOf(date), monthOf(date) - 1, dayOf(date), 12)
}

function fromNoon(date: Date): IsoDate {
  return isoDate(date.getFullYear(), date.getMonth() + 1, date.getDate()) as IsoDate
}

export function yearOf(date: IsoDate): number {
  return numberIn(date, 0, 4)
}

export function monthOf(date: IsoDate): number {
  return numberIn(date, 5, 7)
}

export function dayOf(date: IsoDate): number {
  return numberIn(date, 8, 10)
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return fromNoon(shiftDays(atNoon(date), days))
}

/** Months first, then days; a month without the day number ends on its last day (民法典 202). */
export function addSpan(date: IsoDate, span: Span): IsoDate {
  return fromNoon(shiftDays(shiftMonths(atNoon(date), span.months ?? 0), span.days ?? 0))
}

const dayLength = 24 * 60 * 60 * 1000

/** A day alone is read as UTC, where every day is as long. */
const countOfDays = remembered((date) => Date.parse(date) / dayLength)

/** Asked of every case. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return countOfDays(to) - countOfDays(from)
}

/** 0 is Sunday. */
export function weekdayOf(date: IsoDate): number {
  return atNoon(date).getDay()
}

// Asia/Shanghai has kept UTC+8 without summer time since 1992; Intl would cost more than the command.
const shanghaiOffsetMs = 8 * 60 * 60 * 1000

export function dayInShanghai(instant: Date): IsoDate {
  const there = new Date(instant.getTime() + shanghaiOffsetMs)
  return isoDate(there.getUTCFullYear(), there.getUTCMonth() + 1, there.getUTCDate()) as IsoDate
}

export function chineseDate(date: IsoDate): string {
  return `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`
}

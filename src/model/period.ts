import { type IsoDate, isoDate, parseIsoDate } from './date.ts'

const periodNames = ['all', 'year-to-date', 'since-last'] as const

export interface NamedPeriod {
  readonly name: (typeof periodNames)[number]
}

/** Days of the calendar, both ends included. */
export interface CalendarPeriod {
  /** In its one spelling: 2024, 2024-05, 2024-Q2, 2024-04-01..2024-06-07. */
  readonly name: string
  readonly from: IsoDate
  readonly to: IsoDate
}

/** What `--period` asks for; what it comes to depends on the day to judge by. */
export type AskedPeriod = NamedPeriod | CalendarPeriod

export const periodSpellings = 'all、year-to-date、since-last、2024、2024-05、2024-Q2、2024-04-01..2024-06-07'

function months(name: string, year: number, first: number, last: number): CalendarPeriod | undefined {
  const from = isoDate(year, first, 1)
  const to = [31, 30, 29, 28].map((day) => isoDate(year, last, day)).find((day) => day !== undefined)
  return from === undefined || to === undefined ? undefined : { name, from, to }
}

function range(text: string): CalendarPeriod | undefined {
  const [from, to, ...more] = text.split('..').map((end) => parseIsoDate(end.trim()))
  if (from === undefined || to === undefined || more.length > 0 || from > to) return undefined
  return { name: `${from}..${to}`, from, to }
}

/** undefined: no period is written so. */
export function readPeriod(text: string): AskedPeriod | undefined {
  const word = text.trim()
  const name = periodNames.find((each) => each === word.toLowerCase())
  if (name !== undefined) return { name }
  const [, year, quarter, month] = /^(\d{4})(?:-[Qq]([1-4])|-(\d{2}))?$/.exec(word) ?? []
  if (year === undefined) return range(word)
  if (quarter !== undefined)
    return months(word.toUpperCase(), Number(year), Number(quarter) * 3 - 2, Number(quarter) * 3)
  if (month !== undefined) return months(word, Number(year), Number(month), Number(month))
  return months(word, Number(year), 1, 12)
}

/** Whether any of it has come by this day. */
export function hasBegun(period: AskedPeriod, asOf: IsoDate): boolean {
  return !('from' in period) || period.from <= asOf
}

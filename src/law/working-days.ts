import { addDays, type IsoDate, weekdayOf, yearOf } from '../model/date.ts'
import type { Calendar } from './calendar.ts'
import { stateCouncilCalendar } from './state-council-calendar.ts'

/** The holiday's name, 周末, null on a working day; undefined where the year's calendar is not published. */
export function dayOffName(
  date: IsoDate,
  calendar: Calendar = stateCouncilCalendar,
): string | null | undefined {
  if (calendar.workingDays.has(date)) return null
  const holiday = calendar.daysOff.get(date)
  if (holiday !== undefined) return holiday
  if (!calendar.years.has(yearOf(date))) return undefined
  return weekdayOf(date) % 6 === 0 ? '周末' : null
}

export function isWorkingDay(date: IsoDate, calendar?: Calendar): boolean | undefined {
  const name = dayOffName(date, calendar)
  return name === undefined ? undefined : name === null
}

/** `date` itself or the nearest working day before it. */
export function lastWorkingDayUpTo(date: IsoDate, calendar?: Calendar): IsoDate | undefined {
  let candidate = date
  let works = isWorkingDay(candidate, calendar)
  while (works === false) {
    candidate = addDays(candidate, -1)
    works = isWorkingDay(candidate, calendar)
  }
  return works === undefined ? undefined : candidate
}

/** 民法典 203: a last day that is a day off moves on; undefined where that cannot be known. */
export function nextWorkingDayFrom(date: IsoDate, calendar?: Calendar): IsoDate | undefined {
  let candidate = date
  let works = isWorkingDay(candidate, calendar)
  while (works === false) {
    candidate = addDays(candidate, 1)
    works = isWorkingDay(candidate, calendar)
  }
  return works === undefined ? undefined : candidate
}

/** The `count`-th working day after `date`; `date` itself for 0, and a negative count goes back. */
export function workingDaysAfter(date: IsoDate, count: number, calendar?: Calendar): IsoDate | undefined {
  const step = Math.sign(count)
  let candidate = date
  let left = Math.abs(count)
  while (left > 0) {
    candidate = addDays(candidate, step)
    const works = isWorkingDay(candidate, calendar)
    if (works === undefined) return undefined
    if (works) left -= 1
  }
  return candidate
}

/** Working days later than `after`, up to and including `last`; 0 when `last` is not later. */
export function workingDaysBetween(after: IsoDate, last: IsoDate, calendar?: Calendar): number | undefined {
  let count = 0
  for (let date = addDays(after, 1); date <= last; date = addDays(date, 1)) {
    const works = isWorkingDay(date, calendar)
    if (works === undefined) return undefined
    if (works) count += 1
  }
  return count
}

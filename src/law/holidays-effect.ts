import { addDays, day, type IsoDate, weekdayOf } from '../model/date.ts'
import type { ChangedDay, HolidaysDoubt, HolidaysEffect } from '../model/holidays-effect.ts'
import type { Calendar } from './calendar.ts'
import { type Holidays, withHolidays } from './holidays-file.ts'
import { stateCouncilCalendar } from './state-council-calendar.ts'
import { dayOffName } from './working-days.ts'

// 全国年节及纪念日放假办法, since 2008; 中秋节 is named with 国庆节 where they meet.
const holidayNames = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const

function isWeekend(date: IsoDate): boolean {
  return weekdayOf(date) % 6 === 0
}

function changedDays(file: Holidays, known: Calendar, now: Calendar): readonly ChangedDay[] {
  const changed: ChangedDay[] = []
  const last = day(`${file.year}-12-31`)
  for (let date = day(`${file.year - 1}-12-01`); date <= last; date = addDays(date, 1)) {
    const from = dayOffName(date, known)
    const to = dayOffName(date, now)
    if (from !== undefined && to !== undefined && from !== to) changed.push({ date, from, to })
  }
  return changed
}

function doubtsOf({ daysOff, workingDays }: Holidays): readonly HolidaysDoubt[] {
  const off = new Set(daysOff.map(({ date }) => date))
  const named = daysOff.map(({ name }) => name).join()
  return [
    ...holidayNames
      .filter((name) => !named.includes(name.replace(/节$/, '')))
      .map((name) => ({ kind: 'holiday-missing', name }) as const),
    ...workingDays
      .filter((date) => off.has(date))
      .map((date) => ({ kind: 'off-and-working', date }) as const),
    ...workingDays
      .filter((date) => !isWeekend(date))
      .map((date) => ({ kind: 'working-weekday', date }) as const),
  ]
}

/** What the file itself says and what it changes in the calendar; which rounds it touches is for others to say. */
export function effectOf(
  file: Holidays,
  known: Calendar = stateCouncilCalendar,
): Omit<HolidaysEffect, 'path' | 'changedRounds'> {
  const names = [...new Set(file.daysOff.map(({ name }) => name))]
  const daysNamed = (wanted: string) =>
    file.daysOff.flatMap(({ date, name }) => (name === wanted ? [date] : [])).toSorted()
  return {
    year: file.year,
    holidays: names
      .map((name) => ({ name, days: daysNamed(name) }))
      .toSorted((one, other) => ((one.days[0] ?? '') < (other.days[0] ?? '') ? -1 : 1)),
    workingDays: file.workingDays.toSorted(),
    isNewYear: !known.years.has(file.year),
    changedDays: changedDays(file, known, withHolidays(known, file)),
    doubts: doubtsOf(file),
  }
}

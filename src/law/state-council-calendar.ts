import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { IsoDate } from '../model/date.ts'
import type { Calendar } from './calendar.ts'

// The package shortens the names that the State Council's notices write in full.
const fullNames: Readonly<Record<string, string>> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' }

/** The package writes a day as `Dragon Boat Festival,端午,1`. */
function holidayName(detail: string): string {
  const name = detail.split(',')[1] ?? detail
  return fullNames[name] ?? name
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

// Checking every key here would cost each command a millisecond; a test does it.
const days = once(() => Object.entries(published.holidays) as [IsoDate, string][])
const years = once(() => new Set(days().map(([date]) => Number(date.slice(0, 4)))))
const daysOff = once(() => new Map(days().map(([date, detail]) => [date, holidayName(detail)])))
const workingDays = once(() => new Set(Object.keys(published.workdays) as IsoDate[]))

/** 国务院办公厅关于部分节假日安排的通知, year by year, as the package chinese-days collects them. */
export const stateCouncilCalendar: Calendar = {
  get years() {
    return years()
  },
  get daysOff() {
    return daysOff()
  },
  get workingDays() {
    return workingDays()
  },
}

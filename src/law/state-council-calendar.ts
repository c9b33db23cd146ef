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

// Checking every key here would cost each command a millisecond; a test does it.
const holidays = Object.entries(published.holidays) as [IsoDate, string][]
const workingDays = Object.keys(published.workdays) as IsoDate[]

/** 国务院办公厅关于部分节假日安排的通知, year by year, as the package chinese-days collects them. */
export const stateCouncilCalendar: Calendar = {
  years: new Set(holidays.map(([date]) => Number(date.slice(0, 4)))),
  daysOff: new Map(holidays.map(([date, detail]) => [date, holidayName(detail)])),
  workingDays: new Set(workingDays),
}

import type { Calendar } from '../law/calendar.ts'
import { stateCouncilCalendar } from '../law/state-council-calendar.ts'
import { workingDaysAfter } from '../law/working-days.ts'
import { type IsoDate, yearOf } from '../model/date.ts'
import type { Reminder } from '../model/deadline.ts'
import type { JudgedRound } from '../model/round.ts'

const workingDaysBefore = [7, 1] as const

/** An alarm a day off is better than none: an unpublished year is taken for plain weeks, and said to be. */
function alarmDay(last: IsoDate, count: number, calendar: Calendar): IsoDate {
  const years = new Set([...calendar.years, yearOf(last) - 1, yearOf(last)])
  return workingDaysAfter(last, -count, { ...calendar, years }) ?? last
}

function reminderOf(round: JudgedRound, calendar: Calendar): Reminder {
  const isAhead = round.status === 'open' || round.status === 'due-today'
  const year = yearOf(round.lastDay)
  return {
    round,
    alarms: (isAhead ? workingDaysBefore : []).map((count) => ({
      day: alarmDay(round.lastDay, count, calendar),
      workingDaysBefore: count,
    })),
    unpublishedYear: calendar.years.has(year) ? null : year,
  }
}

/** Alarms for the rounds that can still be kept; the others stay in the calendar without. */
export function remindersOf(
  rounds: readonly JudgedRound[],
  calendar: Calendar = stateCouncilCalendar,
): readonly Reminder[] {
  return rounds.map((round) => reminderOf(round, calendar))
}

import { addDays, addSpan, day, type IsoDate, isoDate } from '../model/date.ts'
import type { Round } from '../model/round.ts'
import type { Programme } from '../programmes/programme.ts'

type Due = NonNullable<Programme['due']>

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const

/** A month without the day ends on its last day. */
function dayInMonth(year: number, month: number, dayNumber: number): IsoDate {
  const first = day(`${year}-${String(month).padStart(2, '0')}-01`)
  return isoDate(year, month, dayNumber) ?? addDays(addSpan(first, { months: 1 }), -1)
}

function dueDays(due: Due, year: number): readonly IsoDate[] {
  const days =
    due.every === 'month'
      ? months.map((month) => dayInMonth(year, month, due.day))
      : due.days.map((text) => dayInMonth(year, Number(text.slice(0, 2)), Number(text.slice(3))))
  return [...new Set(days)].sort()
}

function assumptionOf(programme: Programme, year: number): string | null {
  return year === programme.year ? null : `按 ${programme.year} 年通知推定，以当年通知为准`
}

function hasRounds(programme: Programme, year: number): boolean {
  return year >= 1000 && year <= 9999 && (programme.recurs || year === programme.year)
}

/** The year's rounds in order; none where the notice names no dates, or names them for another year only. */
export function roundsOf(programme: Programme, year: number): readonly Round[] {
  if (programme.due === null || !hasRounds(programme, year)) return []
  const days = dueDays(programme.due, year)
  const assumption = assumptionOf(programme, year)
  return days.map((due) => {
    const month = due.slice(0, 7)
    const isAlone = days.filter((other) => other.startsWith(month)).length === 1
    return {
      id: isAlone ? month : due,
      due,
      lastDay: programme.inclusive ? due : addDays(due, -1),
      assumption,
    }
  })
}

export function roundsOfYears(programme: Programme, first: number, last: number): readonly Round[] {
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return years.flatMap((year) => roundsOf(programme, year))
}

/** The last due day of the year before this one; null where nothing was due. */
export function lastDueBefore(programme: Programme, year: number): IsoDate | null {
  return roundsOf(programme, year - 1).at(-1)?.due ?? null
}

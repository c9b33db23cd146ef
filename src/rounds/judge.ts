import type { Calendar } from '../law/calendar.ts'
import { dayOffName, lastWorkingDayUpTo, workingDaysBetween } from '../law/working-days.ts'
import { daysBetween, type IsoDate } from '../model/date.ts'
import type { DayOff, JudgedRound, Round, RoundStatus, Submission } from '../model/round.ts'

export interface JudgeContext {
  readonly asOf: IsoDate
  readonly current: Round | undefined
  readonly receipts?: readonly Submission[]
  readonly calendar?: Calendar
}

function statusOf(round: Round, known: Submission | undefined, { asOf, current }: JudgeContext): RoundStatus {
  if (known) return known.submittedOn > round.lastDay && !known.isOfFile ? 'submitted-late' : 'submitted'
  if (round.lastDay === asOf) return 'due-today'
  if (round.lastDay > asOf) return 'open'
  return current && round.due >= current.due ? 'overdue' : 'past'
}

/** The first return counts: a later one corrects it. What is dated after `asOf` has not happened yet. */
function submissionOf(round: Round, { receipts = [], asOf }: JudgeContext): Submission | undefined {
  return receipts
    .filter((receipt) => receipt.round === round.id && receipt.submittedOn <= asOf)
    .reduce<Submission | undefined>(
      (first, one) => (first && first.submittedOn <= one.submittedOn ? first : one),
      undefined,
    )
}

function dayOffOf(date: IsoDate, calendar: Calendar | undefined): DayOff {
  const name = dayOffName(date, calendar)
  return name === undefined ? 'unknown' : name
}

/** Goes by the calendar date: a due day that is off does not move. */
export function judge(round: Round, context: JudgeContext): JudgedRound {
  const { asOf, calendar } = context
  const known = submissionOf(round, context)
  return {
    ...round,
    status: statusOf(round, known, context),
    daysLeft: daysBetween(asOf, round.lastDay),
    workingDaysLeft: workingDaysBetween(asOf, round.lastDay, calendar) ?? null,
    lastWorkingDay: lastWorkingDayUpTo(round.lastDay, calendar) ?? null,
    dayOff: dayOffOf(round.due, calendar),
    lastDayOff: dayOffOf(round.lastDay, calendar),
    submittedOn: known?.submittedOn ?? null,
  }
}

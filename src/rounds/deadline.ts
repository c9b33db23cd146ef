import type { Calendar } from '../law/calendar.ts'
import { dayOffName, lastWorkingDayUpTo, workingDaysBetween } from '../law/working-days.ts'
import { daysBetween, type IsoDate, yearOf } from '../model/date.ts'
import type { Deadline } from '../model/deadline.ts'
import type { DayOff, JudgedRound, Round, RoundStatus, Submission } from '../model/round.ts'
import type { Programme } from '../programmes/programme.ts'
import { currentRound, type RoundChoice } from './current-round.ts'
import { roundsOfYears } from './rounds.ts'

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

export interface DeadlineQuestion {
  readonly programme: Programme
  readonly asOf: IsoDate
  readonly named?: Round
  /** What the unit has handed in; absent without an archive. */
  readonly receipts?: readonly Submission[]
  readonly calendar?: Calendar
  /** Rounds of how many years after that of `asOf`; none unless said. */
  readonly yearsAhead?: number
}

function choiceOf(question: DeadlineQuestion): RoundChoice {
  return question.named ? { round: question.named, reason: '由 --round 指定' } : currentRound(question)
}

function withCurrent(rounds: readonly Round[], current: Round | undefined): readonly Round[] {
  if (current === undefined || rounds.some(({ id }) => id === current.id)) return rounds
  return [...rounds, current].sort((a, b) => (a.due < b.due ? -1 : 1))
}

export function deadlineOf(question: DeadlineQuestion): Deadline {
  const { programme, asOf, yearsAhead = 0 } = question
  const { id, name, inclusive, deliverables } = programme
  const { round: current, reason } = choiceOf(question)
  const year = yearOf(asOf)
  const rounds = withCurrent(roundsOfYears(programme, year, year + yearsAhead), current).map((round) =>
    judge(round, { ...question, current }),
  )
  return {
    asOf,
    programme: { id, name, inclusive, deliverables: deliverables.map((deliverable) => deliverable.name) },
    rounds,
    current: rounds.find((round) => round.id === current?.id) ?? null,
    reason,
  }
}

/** Whether something must be said today: a round is overdue, or due `within` so many days. */
export function isUrgent({ current }: Deadline, within = -1): boolean {
  if (current?.status === 'open' || current?.status === 'due-today') return current.daysLeft <= within
  return current?.status === 'overdue'
}

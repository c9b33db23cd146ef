import type { Io } from '../io/io.ts'
import { effectOf } from '../law/holidays-effect.ts'
import type { Deadline } from '../model/deadline.ts'
import type { ChangedRound, HolidaysEffect } from '../model/holidays-effect.ts'
import type { JudgedRound } from '../model/round.ts'
import { holidaysOf, type Setup } from './setup.ts'
import { deadlineBy, type Submissions } from './submissions.ts'

function isSame(one: JudgedRound, other: JudgedRound): boolean {
  return (
    one.dayOff === other.dayOff &&
    one.lastWorkingDay === other.lastWorkingDay &&
    one.workingDaysLeft === other.workingDaysLeft
  )
}

function changedRounds(without: Deadline, given: Deadline): readonly ChangedRound[] {
  return given.rounds.flatMap((to) => {
    const from = without.rounds.find(({ id }) => id === to.id)
    return from === undefined || isSame(from, to) ? [] : [{ from, to }]
  })
}

interface EffectAsked {
  readonly known: Pick<Setup, 'settings' | 'programme' | 'calendar'>
  readonly submissions: Submissions
  readonly round: string | undefined
}

/** What a file of days off changes, by the rounds of this year and the next as they stand without it and with it. */
export async function holidaysEffect(
  path: string | undefined,
  { known, submissions, round }: EffectAsked,
  io: Io,
): Promise<HolidaysEffect | undefined> {
  if (path === undefined) return undefined
  const without = deadlineBy(submissions, { ...known, calendar: undefined }, round, 1)
  const given = deadlineBy(submissions, known, round, 1)
  return { path, ...effectOf(await holidaysOf(path, io)), changedRounds: changedRounds(without, given) }
}

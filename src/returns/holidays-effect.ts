import type { Io } from '../io/io.ts'
import { effectOf } from '../law/holidays-effect.ts'
import type { Deadline } from '../model/deadline.ts'
import type { ChangedRound, HolidaysEffect } from '../model/holidays-effect.ts'
import type { JudgedRound } from '../model/round.ts'
import { holidaysOf } from './setup.ts'

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

/** What a file of days off changes, by the rounds as they stand without it and with it. */
export async function holidaysEffect(
  path: string,
  { without, given }: { readonly without: Deadline; readonly given: Deadline },
  io: Io,
): Promise<HolidaysEffect> {
  return { path, ...effectOf(await holidaysOf(path, io)), changedRounds: changedRounds(without, given) }
}

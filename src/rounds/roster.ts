import type { IsoDate } from '../model/date.ts'
import type { Deadline } from '../model/deadline.ts'
import type { RosterStatus, RosterUnit, UnitSubmission } from '../model/roster.ts'
import type { JudgedRound, Received, Submission } from '../model/round.ts'

/**
 * Whoever collects asks of a round who has handed in and who has not. The units are those the notice names, in its
 * order; one that it does not name is listed behind them and awaited by nobody.
 */
export interface Roster {
  readonly expected: readonly string[]
  /** Of each unit and round one. */
  readonly returns: readonly UnitSubmission[]
}

function returnsFor(round: string, { returns }: Roster): ReadonlyMap<string, UnitSubmission> {
  return new Map(returns.filter((one) => one.round === round).map((one) => [one.unit, one]))
}

function missingIn(round: string, roster: Roster): readonly string[] {
  const known = returnsFor(round, roster)
  return roster.expected.filter((unit) => !known.has(unit))
}

/** A round is handed in when every unit's return is there, on the day the last of them came. */
export function wholeRounds(roster: Roster): readonly Submission[] {
  const rounds = [...new Set(roster.returns.map(({ round }) => round))]
  const whole = rounds.filter((round) => missingIn(round, roster).length === 0)
  return whole.flatMap((round) => {
    const known = returnsFor(round, roster)
    const own = roster.expected.flatMap((unit) => known.get(unit) ?? [])
    const last = own
      .map(({ submittedOn }) => submittedOn)
      .toSorted()
      .at(-1)
    return last === undefined ? [] : [{ round, submittedOn: last }]
  })
}

function statusOf({ lastDay }: JudgedRound, known: UnitSubmission | undefined, asOf: IsoDate): RosterStatus {
  if (known === undefined) return asOf > lastDay ? 'missing' : 'awaited'
  if (known.submittedOn > lastDay && !known.isOfFile) return 'late'
  return known.isNil ? 'nil' : 'on-time'
}

function unitsIn(round: JudgedRound, roster: Roster, asOf: IsoDate): readonly RosterUnit[] {
  const known = returnsFor(round.id, roster)
  const unexpected = [...known.keys()].filter((unit) => !roster.expected.includes(unit))
  return [...roster.expected, ...unexpected].map((unit) => {
    const own = known.get(unit)
    return {
      unit,
      isExpected: roster.expected.includes(unit),
      status: statusOf(round, own, asOf),
      submittedOn: own?.submittedOn ?? null,
      isPresumed: own?.isPresumed === true,
      cases: own?.cases ?? null,
    }
  })
}

/** The last day of a complete round may be that of a file, which makes nobody late. */
function isNobodyLate(round: JudgedRound, roster: Roster): boolean {
  const known = returnsFor(round.id, roster)
  const isLate = (unit: string) => statusOf(round, known.get(unit), round.lastDay) === 'late'
  return round.status === 'submitted-late' && !roster.expected.some(isLate)
}

/** The rounds as they stand for whoever collects, with every unit of the current one. */
export function withRoster(deadline: Deadline, roster: Roster): Deadline {
  const { asOf, rounds, current } = deadline
  const expected = roster.expected.length
  const counted = (round: JudgedRound): JudgedRound & { readonly received: Received } => ({
    ...round,
    status: isNobodyLate(round, roster) ? 'submitted' : round.status,
    received: { expected, received: expected - missingIn(round.id, roster).length },
  })
  // A round of which nothing at all is recorded was before the archive.
  const incomplete = rounds
    .filter(({ status }) => status === 'past')
    .map(({ id }) => ({ round: id, missing: missingIn(id, roster) }))
    .filter(({ missing }) => missing.length < expected)
  return {
    ...deadline,
    rounds: rounds.map(counted),
    current: current && counted(current),
    roster: { units: current ? unitsIn(current, roster, asOf) : [], incomplete },
  }
}

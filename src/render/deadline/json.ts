import type { DeadlineDocument } from '../../model/documents/deadline.ts'
import type { RosterUnit } from '../../model/roster.ts'
import type { JudgedRound } from '../../model/round.ts'
import { tool } from '../../model/tool.ts'
import type { DeadlineFormat } from './index.ts'
import { weekdayName } from './words.ts'

type RoundDocument = DeadlineDocument['rounds'][number]

function roundDocument(round: JudgedRound): RoundDocument {
  return {
    id: round.id,
    due: round.due,
    weekday: weekdayName(round.due),
    dayOff: round.dayOff,
    lastWorkingDay: round.lastWorkingDay,
    status: round.status,
    daysLeft: round.daysLeft,
    workingDaysLeft: round.workingDaysLeft,
    submittedOn: round.submittedOn,
    assumption: round.assumption,
    ...round.received,
  }
}

function unitDocument({
  unit,
  isExpected,
  status,
  submittedOn,
  isPresumed,
  cases,
}: RosterUnit): NonNullable<DeadlineDocument['units']>[number] {
  return { unit, expected: isExpected, status, submittedOn, presumed: isPresumed, cases }
}

export const deadlineJson: DeadlineFormat = ({ deadline, exitCode }) => {
  const document: DeadlineDocument = {
    schemaVersion: 1,
    tool,
    asOf: deadline.asOf,
    programme: deadline.programme.id,
    rounds: deadline.rounds.map(roundDocument),
    current: deadline.current?.id ?? null,
    reason: deadline.reason,
    ...(deadline.roster && { units: deadline.roster.units.map(unitDocument) }),
    exitCode,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

import { type Circumstances, createChecker, type ReturnChecker } from '../check/check.ts'
import type { FailLevel } from '../commands/options.ts'
import * as option from '../commands/options.ts'
import { ExitCode, type Io } from '../io/io.ts'
import type { Calendar } from '../law/calendar.ts'
import type { TextOptions } from '../log/text/dialect.ts'
import type { Counts } from '../model/finding.ts'
import type { Encoding } from '../model/log.ts'
import type { PreviousCase } from '../model/previous-case.ts'
import type { Failure, RunHead } from '../model/run.ts'
import { tool } from '../model/tool.ts'
import type { Programme } from '../programmes/programme.ts'
import { allRules } from '../rules/index.ts'
import { calendarFor, programmeFor } from './programme-file.ts'
import { type Given, requireKnownRules, type Settings, settingsOf } from './settings.ts'
import { createTally, failsAt, type Tally } from './tally.ts'

/** Options of every command that reads logs and checks them. */
export const checkingOptions = {
  programme: option.programmeOption,
  asOf: option.asOfOption,
  failOn: option.failOnOption,
  rules: option.ruleOption,
  holidays: option.holidaysOption,
  encoding: option.encodingOption,
  delimiter: option.delimiterOption,
  config: option.configOption,
} as const

interface CheckingGiven extends Given {
  readonly encoding: Encoding | undefined
  readonly delimiter: string | undefined
}

/** What stands fixed before the first log is read. */
export interface Preparation {
  readonly settings: Settings
  readonly programme: Programme
  readonly calendar: Calendar | undefined
  readonly head: RunHead
  readonly circumstances: Circumstances
  readonly checker: ReturnChecker
  readonly tally: Tally
  readonly text: TextOptions
}

export async function prepare(
  given: CheckingGiven,
  foldsRepeatedLogs: boolean,
  io: Io,
): Promise<Preparation> {
  const settings = await settingsOf(given, io)
  requireKnownRules(
    settings.rules,
    allRules.map(({ id }) => id),
  )
  const programme = await programmeFor(settings.programme, io)
  const calendar = await calendarFor(settings.holidays, io)
  const { asOf, rules } = settings
  const circumstances = {
    asOf,
    types: programme.types,
    foldsRepeatedLogs,
    showsAll: (settings.period ?? { name: programme.period }).name === 'all',
    ...(calendar && { calendar }),
  }
  const { encoding, delimiter } = given
  return {
    settings,
    programme,
    calendar,
    head: { tool, asOf, programme: programme.id },
    circumstances,
    checker: createChecker(allRules, circumstances, rules),
    tally: createTally(allRules),
    text: { ...(encoding && { encoding }), ...(delimiter && { delimiter }) },
  }
}

/** The same with rules that compare with these cases of the previous return. */
export function comparedWith(prepared: Preparation, previous: readonly PreviousCase[]): Preparation {
  const { circumstances, settings } = prepared
  const compared = { ...circumstances, previous }
  return { ...prepared, circumstances: compared, checker: createChecker(allRules, compared, settings.rules) }
}

/** An input that could not be read outranks what was found in the others. */
export function exitCodeOf(failures: readonly Failure[], counts: Counts, failOn: FailLevel): ExitCode {
  if (failures.length > 0) return ExitCode.failure
  return failsAt(failOn, counts) ? ExitCode.findings : ExitCode.done
}

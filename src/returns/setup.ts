import type { Circumstances } from '../check/check.ts'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import type { Calendar } from '../law/calendar.ts'
import type { TextOptions } from '../log/text/dialect.ts'
import type { Explanation } from '../model/explanation.ts'
import type { Encoding } from '../model/log.ts'
import { type AskedPeriod, hasBegun } from '../model/period.ts'
import type { RunHead } from '../model/run.ts'
import { tool } from '../model/tool.ts'
import type { Programme } from '../programmes/programme.ts'
import { allRules } from '../rules/index.ts'
import { readExplanations } from './explained-file.ts'
import { calendarFor, programmeFor } from './programme-file.ts'
import { type Given, requireKnownRules, type Settings, settingsOf } from './settings.ts'

export interface SetupGiven extends Given {
  readonly encoding: Encoding | undefined
  readonly delimiter: string | undefined
}

/** What is known before the first log is read. */
export interface Setup {
  readonly settings: Settings
  readonly programme: Programme
  readonly calendar: Calendar | undefined
  readonly head: RunHead
  readonly circumstances: Circumstances
  readonly text: TextOptions
  readonly asked: AskedPeriod
  /** undefined: no list of findings was given back. */
  readonly explanations: readonly Explanation[] | undefined
}

/** The list of the configuration is there after the first run, as one is that this run is going to write. */
async function explanationsFor(
  { explained, config }: Settings,
  outputs: readonly string[],
  io: Io,
): Promise<Setup['explanations']> {
  const mayBeAbsent = (path: string): boolean => path === config.explained || outputs.includes(path)
  return explained.length === 0 ? undefined : await readExplanations(explained, mayBeAbsent, io)
}

export async function setUp(given: SetupGiven, foldsRepeatedLogs: boolean, io: Io): Promise<Setup> {
  const settings = await settingsOf(given, io)
  requireKnownRules(
    settings.rules,
    allRules.map(({ id }) => id),
    settings.only,
  )
  const programme = await programmeFor(settings.programme, io)
  const calendar = await calendarFor(settings.holidays, io)
  const explanations = await explanationsFor(settings, given.outputs ?? [], io)
  const { asOf } = settings
  const { encoding, delimiter } = given
  const asked = settings.period ?? { name: programme.period }
  return {
    settings,
    programme,
    calendar,
    asked,
    explanations,
    head: { tool, asOf, programme: programme.id },
    circumstances: {
      asOf,
      types: programme.types,
      foldsRepeatedLogs,
      showsAll: asked.name === 'all',
      ...(calendar && { calendar }),
    },
    text: { ...(encoding && { encoding }), ...(delimiter && { delimiter }) },
  }
}

/** What no log can change is said before one is read. */
export function requirePeriod({ asked, settings: { asOf, archive } }: Setup): void {
  if (!hasBegun(asked, asOf)) {
    throw new UserError(
      `统计期间 ${asked.name} 到 ${asOf} 还没有开始`,
      '请换一个期间，或用 --as-of 写明以哪一天为准。',
    )
  }
  if (asked.name === 'since-last' && archive === undefined) {
    throw new UserError(
      '--period since-last 要对照以往的报送，没有写明存档在哪里',
      '请用 --archive 写明文件夹（或设环境变量 IPCASE_ARCHIVE，或在配置里写 archive）；没有存档的，可用 --period year-to-date。',
      ExitCode.usage,
    )
  }
}

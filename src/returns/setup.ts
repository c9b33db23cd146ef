import type { Circumstances } from '../check/check.ts'
import { wrongRuleOption } from '../check/rule-levels.ts'
import { ExitCode, type Io, UserError } from '../io/io.ts'
import { readJson } from '../io/json-file.ts'
import type { Calendar } from '../law/calendar.ts'
import type { Holidays } from '../law/holidays-file.ts'
import { stateCouncilCalendar } from '../law/state-council-calendar.ts'
import type { ReadOptions } from '../log/sheets-asked.ts'
import type { Explanation } from '../model/explanation.ts'
import type { Encoding } from '../model/log.ts'
import { anyOf } from '../model/name-pattern.ts'
import { nearest } from '../model/nearest.ts'
import { type AskedPeriod, hasBegun } from '../model/period.ts'
import type { RunHead } from '../model/run.ts'
import { tool } from '../model/tool.ts'
import { programmeNamed, programmes } from '../programmes/index.ts'
import type { Programme } from '../programmes/programme.ts'
import { allRules } from '../rules/index.ts'
import { readExplanations } from './explained-file.ts'
import { isFileName, type Settings, type SettingsGiven, settingsOf } from './settings.ts'

/** A built-in programme by its id, or a user's own from a file. */
export async function programmeFor(name: string, io: Io): Promise<Programme> {
  const own = programmeNamed(name)
  if (own) return own
  if (!isFileName(name)) {
    const ids = programmes.map(({ id }) => id)
    const near = nearest(name, ids)
    const guess = near === undefined ? '' : `您要的可能是 ${near}。`
    throw new UserError(
      `没有报送方案 ${name}`,
      `${guess}可选：${ids.join('、')}，或方案文件（.json）的路径。`,
    )
  }
  const { parseProgramme } = await import('../programmes/parse.ts')
  return await readJson(name, parseProgramme, io)
}

export async function holidaysOf(path: string, io: Io): Promise<Holidays> {
  const { parseHolidays } = await import('../law/holidays-file.ts')
  return await readJson(path, parseHolidays, io)
}

/** The State Council's calendar with the year a --holidays file adds. */
export async function calendarFor(path: string | undefined, io: Io): Promise<Calendar | undefined> {
  if (path === undefined) return undefined
  const { withHolidays } = await import('../law/holidays-file.ts')
  return withHolidays(stateCouncilCalendar, await holidaysOf(path, io))
}

export interface SetupGiven extends SettingsGiven {
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
  readonly reading: ReadOptions
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
  const known = allRules.map(({ id }) => id)
  const wrong = wrongRuleOption(settings.rules, known, settings.only)
  if (wrong) throw new UserError(wrong.what, wrong.remedy, ExitCode.usage)
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
    reading: {
      ...(encoding && { encoding }),
      ...(delimiter && { delimiter }),
      ...(settings.sheets.length > 0 && { sheets: { isMeant: await anyOf(settings.sheets) } }),
    },
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

import { type Io, UserError } from '../io/io.ts'
import { firstProblem, readJson } from '../io/json-file.ts'
import type { Calendar } from '../law/calendar.ts'
import { stateCouncilCalendar } from '../law/state-council-calendar.ts'
import { nearest } from '../model/nearest.ts'
import { programmeNamed, programmes } from '../programmes/index.ts'
import type { Programme } from '../programmes/programme.ts'
import { isFileName } from './config.ts'

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
  const programme = parseProgramme(await readJson(name, io))
  if ('problems' in programme) throw firstProblem(name, programme)
  return programme
}

/** The State Council's calendar with the year a --holidays file adds. */
export async function calendarFor(path: string | undefined, io: Io): Promise<Calendar | undefined> {
  if (path === undefined) return undefined
  const { parseHolidays, withHolidays } = await import('../law/holidays-file.ts')
  const file = parseHolidays(await readJson(path, io))
  if ('problems' in file) throw firstProblem(path, file)
  return withHolidays(stateCouncilCalendar, file)
}

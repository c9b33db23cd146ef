import { ExitCode, type Io, UserError } from '../io/io.ts'
import { refusalText } from '../log/refusal.ts'
import type { Row } from '../log/row.ts'
import { type FileSheet, sheetsIn } from '../log/sheets-in-file.ts'
import { tidy, withoutSpaces } from '../log/spell/blank.ts'
import { readDate } from '../log/spell/date.ts'
import type { IsoDate } from '../model/date.ts'
import type { Programme } from '../programmes/programme.ts'
import { unitsNamed } from '../programmes/roster.ts'
import { failed } from './read-log.ts'

/**
 * The desk's own list of what came in when, as somebody keeps it in a spreadsheet: a column with the units and one with
 * the days, whatever else stands beside them. Without it nobody knows more than the form and the file say themselves.
 */

const unitHeadings = /^(?:(?:填报|报送|上报|来文)?单位(?:名称)?|县区|县（市）区|县\(市\)区|地区|各县区)$/
const dayHeadings = /^(?:收到|收文|来文|接收|报送|上报|报来)?(?:日期|时间)$|^收到$/
const example = '第一行写“单位,收到日期”，以下一行一个单位，如“双塔区,2024-06-07”'

const headingRowsSearched = 10

interface ReceivedColumns {
  readonly heading: Row
  readonly unit: number
  readonly day: number
}

function columnsOf({ rows }: FileSheet): ReceivedColumns | undefined {
  for (const heading of rows.slice(0, headingRowsSearched)) {
    const cells = heading.cells.map((cell) => withoutSpaces(tidy(cell)))
    const unit = cells.findIndex((cell) => unitHeadings.test(cell))
    const days = cells.flatMap((cell, at) => (dayHeadings.test(cell) ? [at] : []))
    // 收到日期 beside 报送日期: the day it arrived decides.
    const day = days.find((at) => /^[收接]/.test(cells[at] ?? '')) ?? days[0]
    if (unit >= 0 && day !== undefined) return { heading, unit, day }
  }
  return undefined
}

function refused(path: string, row: number, what: string, remedy: string): UserError {
  return new UserError(`${path} 第 ${row} 行：${what}`, remedy, ExitCode.failure)
}

interface ReceivedList {
  readonly path: string
  readonly programme: Programme
  readonly asOf: IsoDate
}

function unitIn(name: string, row: number, { path, programme }: ReceivedList): string {
  const [unit, ...rivals] = unitsNamed(programme, name)
  if (rivals.length === 0) return unit
  throw refused(path, row, `“${name}”可能是${[unit, ...rivals].join('，也可能是')}`, '请写全称。')
}

function dayIn(text: string, row: number, { path, asOf }: ReceivedList): IsoDate {
  const day = readDate(text)
  if (day === undefined) throw refused(path, row, `“${text}”不是日期`, '请写成 2024-06-07 这样的日期。')
  if (day <= asOf) return day
  const remedy = '请核对日期，或用 --as-of 写明以哪一天为准。'
  throw refused(path, row, `收到日期 ${day} 晚于 ${asOf}`, remedy)
}

/** The first return of a unit counts; what came later corrected it. A unit without a day has not come. */
function daysIn(
  { rows }: FileSheet,
  columns: ReceivedColumns,
  list: ReceivedList,
): ReadonlyMap<string, IsoDate> {
  const days = new Map<string, IsoDate>()
  for (const { cells, row } of rows.filter((one) => one.row > columns.heading.row)) {
    const [name, text] = [tidy(cells[columns.unit] ?? ''), tidy(cells[columns.day] ?? '')]
    if (name === '' || text === '') continue
    const unit = unitIn(name, row, list)
    const day = dayIn(text, row, list)
    const known = days.get(unit)
    if (known === undefined || day < known) days.set(unit, day)
  }
  return days
}

/** On which day each unit's return was there, as the desk noted it. */
export async function readReceived(
  path: string | undefined,
  programme: Programme,
  asOf: IsoDate,
  io: Io,
): Promise<ReadonlyMap<string, IsoDate>> {
  if (path === undefined) return new Map()
  const sheets = await sheetsIn(await io.disk.read(path))
  if ('refused' in sheets) throw failed({ path, ...refusalText(sheets) })
  for (const sheet of sheets) {
    const columns = columnsOf(sheet)
    if (columns) return daysIn(sheet, columns, { path, programme, asOf })
  }
  throw new UserError(`${path} 不是收文登记：没有单位和收到日期两栏`, `${example}。`, ExitCode.failure)
}

/** Whether a file that is no log is such a list: it lies among the returns, and nobody has named it. */
export async function isReceivedList(path: string, io: Io): Promise<boolean> {
  if (path === '-') return false
  const sheets = await sheetsIn(await io.disk.read(path))
  return !('refused' in sheets) && sheets.some((sheet) => columnsOf(sheet) !== undefined)
}

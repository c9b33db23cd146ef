import { ExitCode, type Io, UserError } from '../io/io.ts'
import { refusalText } from '../log/refusal.ts'
import type { Row } from '../log/row.ts'
import { type FileSheet, sheetsIn } from '../log/sheets-in-file.ts'
import { tidy, withoutSpaces } from '../log/spell/blank.ts'
import { readDate } from '../log/spell/date.ts'
import type { IsoDate } from '../model/date.ts'
import { nearest } from '../model/nearest.ts'
import type { Failure } from '../model/run.ts'
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

interface NotedArrival {
  readonly day: IsoDate
  /** As the list has it: 收文.csv 第 2 行. */
  readonly place: string
  readonly name: string
}

/** By unit. */
export type Arrivals = ReadonlyMap<string, NotedArrival>

interface ArrivalSlip {
  readonly what: string
  readonly remedy: string
}

function unitIn(name: string, programme: Programme): string | ArrivalSlip {
  const [unit, ...rivals] = unitsNamed(programme, name)
  if (rivals.length === 0) return unit
  return { what: `“${name}”可能是${[unit, ...rivals].join('，也可能是')}`, remedy: '请写全称。' }
}

function dayIn(text: string, asOf: IsoDate): IsoDate | ArrivalSlip {
  const day = readDate(text)
  if (day === undefined) return { what: `“${text}”不是日期`, remedy: '请写成 2024-06-07 这样的日期。' }
  if (day <= asOf) return day
  return { what: `收到日期 ${day} 晚于 ${asOf}`, remedy: '请核对日期，或用 --as-of 写明以哪一天为准。' }
}

interface RowSlip extends ArrivalSlip {
  readonly row: number
}

/** One is a sentence; several are a list, so that they are mended in one go. */
function slipsOf(path: string, slips: readonly RowSlip[]): UserError {
  const [only, ...others] = slips
  if (only && others.length === 0) {
    return new UserError(`${path} 第 ${only.row} 行：${only.what}`, only.remedy, ExitCode.failure)
  }
  const lines = slips.map(({ row, what, remedy }) => `第 ${row} 行：${what} → ${remedy}`)
  return new UserError(`${path} 有 ${slips.length} 处写错`, lines.join('\n  '), ExitCode.failure)
}

interface ArrivalLine {
  readonly row: number
  readonly name: string
  readonly text: string
}

/** A unit without a day has not come. */
function linesBelow({ rows }: FileSheet, { heading, unit, day }: ReceivedColumns): readonly ArrivalLine[] {
  return rows
    .filter(({ row }) => row > heading.row)
    .map(({ cells, row }) => ({ row, name: tidy(cells[unit] ?? ''), text: tidy(cells[day] ?? '') }))
    .filter(({ name, text }) => name !== '' && text !== '')
}

/** The first return of a unit counts; what came later corrected it. */
function arrivalsIn(
  lines: readonly ArrivalLine[],
  path: string,
  programme: Programme,
  asOf: IsoDate,
): Arrivals {
  const arrivals = new Map<string, NotedArrival>()
  const slips: RowSlip[] = []
  for (const { row, name, text } of lines) {
    const [unit, day] = [unitIn(name, programme), dayIn(text, asOf)]
    slips.push(...[unit, day].flatMap((one) => (typeof one === 'object' ? [{ ...one, row }] : [])))
    if (typeof unit === 'object' || typeof day === 'object') continue
    const known = arrivals.get(unit)?.day ?? day
    if (day <= known) arrivals.set(unit, { day, name, place: `${path} 第 ${row} 行` })
  }
  if (slips.length > 0) throw slipsOf(path, slips)
  return arrivals
}

/** What the desk noted as received and no file is of: it is in no table, and nobody else can say where it is. */
export function withoutFiles(
  arrivals: Arrivals,
  hasFiles: (unit: string) => boolean,
  programme: Programme,
): readonly Failure[] {
  const listed = programme.units.map((unit) => unit.name)
  return [...arrivals]
    .filter(([unit]) => !hasFiles(unit))
    .map(([unit, { day, name, place }]) => {
      const near = listed.includes(unit) ? undefined : nearest(unit, listed)
      const meant = near === undefined ? '' : `（您要的可能是${near}）`
      return {
        path: place,
        message: `登记 ${day} 收到${name}的报送，这里没有它的文件，汇总表里也就没有它`,
        remedy: `把它的文件放进来再汇总；单位写错的，改登记${meant}。`,
      }
    })
}

/** On which day each unit's return was there, as the desk noted it. */
export async function readReceived(
  path: string | undefined,
  programme: Programme,
  asOf: IsoDate,
  io: Io,
): Promise<Arrivals> {
  if (path === undefined) return new Map()
  const sheets = await sheetsIn(await io.disk.read(path))
  if ('refused' in sheets) throw failed({ path, ...refusalText(sheets) })
  for (const sheet of sheets) {
    const columns = columnsOf(sheet)
    if (columns) return arrivalsIn(linesBelow(sheet, columns), path, programme, asOf)
  }
  throw new UserError(`${path} 不是收文登记：没有单位和收到日期两栏`, `${example}。`, ExitCode.failure)
}

/** Whether a file that is no log is such a list: it lies among the returns, and nobody has named it. */
export async function isReceivedList(path: string, io: Io): Promise<boolean> {
  if (path === '-') return false
  const sheets = await sheetsIn(await io.disk.read(path))
  return !('refused' in sheets) && sheets.some((sheet) => columnsOf(sheet) !== undefined)
}

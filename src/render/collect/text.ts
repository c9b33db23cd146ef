import type { City } from '../../model/collected.ts'
import type { Look } from '../../model/look.ts'
import type { Totals } from '../../model/table.ts'
import { paintOf } from '../paint.ts'
import { unturned } from '../printable.ts'
import { displayWidth, padEnd, padStart } from '../width.ts'
import { hang } from '../wrap.ts'
import { type CityTable, cityTables, rosterTables } from './tables.ts'

/** A list that fills screens hides what stands above it. */
const mostRows = 20

function columnsOf({ headings, rows }: Pick<CityTable, 'headings' | 'rows'>) {
  const widths = headings.map((heading, at) =>
    Math.max(displayWidth(heading), ...rows.map((row) => displayWidth(String(row[at] ?? '')))),
  )
  const isNumber = headings.map((_, at) => rows.every((row) => typeof row[at] === 'number' || row[at] === ''))
  const line = (cells: readonly (string | number)[]): string =>
    cells
      .map((cell, at) => (isNumber[at] ? padStart : padEnd)(String(cell), widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return { heading: line(headings), lines: rows.map(line) }
}

/** Where the columns do not fit: 双塔区：状态 按时，案件 3. */
function sentencesOf({ headings, rows }: Pick<CityTable, 'headings' | 'rows'>, columns: number | undefined) {
  return rows.map(([name = '', ...cells]) => {
    const said = cells.flatMap((cell, at) =>
      cell === '' || cell === 0 ? [] : [`${headings[at + 1]} ${cell}`],
    )
    return hang(`${name}：${said.join('，')}`, columns, 2)
  })
}

function withoutLast<One>(cells: readonly One[]): readonly One[] {
  return cells.slice(0, -1)
}

function bodyOf(table: Pick<CityTable, 'headings' | 'rows' | 'isRoster'>, { columns, color }: Look) {
  const { headings, rows, isRoster } = table
  const fits = ({ heading, lines }: ReturnType<typeof columnsOf>): boolean =>
    columns === undefined || [heading, ...lines].every((line) => displayWidth(line) <= columns)
  const all = columnsOf(table)
  // Which files a unit has sent stands above, with what was found in them.
  const some = isRoster && columnsOf({ headings: withoutLast(headings), rows: rows.map(withoutLast) })
  const drawn = fits(all) ? all : some && fits(some) ? some : undefined
  return drawn ? [paintOf(color).bold(drawn.heading), ...drawn.lines] : sentencesOf(table, columns)
}

function tableText(table: CityTable, look: Look): readonly string[] {
  const rows = table.isRoster ? table.rows : table.rows.slice(0, mostRows)
  const more = table.rows.length - rows.length
  return [
    paintOf(look.color).bold(table.title),
    ...bodyOf({ ...table, rows }, look),
    ...(more > 0 ? [`其余 ${more} 行从略，写成 .xlsx 或 .html 文件有全部。`] : []),
    ...(table.note ? [hang(table.note, look.columns, 0)] : []),
    '',
  ]
}

/** How many have come, and how they stand. */
function countsText({ roster, units, round }: City): string {
  const { expected, received, late, nil, faulty, unreadable, missing, awaited } = roster
  const counts = [
    [missing, '未报'],
    [awaited, '未报（未到期）'],
    [unreadable, '读不了'],
    [faulty, '有错误'],
    [late, '迟报'],
    [nil, '零报告'],
    [roster['on-time'], '按时'],
  ] as const
  const said = counts.filter(([count]) => count > 0).map(([count, words]) => `${words} ${count}`)
  const which = round === null ? '' : `${round.id} 期：`
  const whole =
    expected === 0 ? `收到 ${units.length} 个单位` : `应报 ${expected} 个单位，已收 ${received} 个`
  return `${which}${whole}（${said.join('，')}）`
}

/** The desk's first question; it is answered also where no table can be made. */
export function rosterText(city: City, look: Look): readonly string[] {
  return [
    hang(countsText(city), look.columns, 0),
    ...rosterTables(city).flatMap((table) => tableText(table, look)),
  ].map(unturned)
}

export function cityText(city: City, totals: Totals, look: Look): readonly string[] {
  return cityTables(city, totals)
    .filter(({ isLong }) => !isLong)
    .flatMap((table) => ['', ...tableText(table, look).slice(0, -1)])
}

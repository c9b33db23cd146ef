import { paintOf } from '../paint.ts'
import { visible } from '../printable.ts'
import { displayWidth, padEnd, padStart } from '../width.ts'
import { hang } from '../wrap.ts'
import type { RenderTrend } from './format.ts'
import { mainTables, type TrendTable, yearOnYearTable } from './tables.ts'
import { cautions, titleOf, whatIsCounted } from './words.ts'

const gap = '  '

function widthsOf({ headings, rows }: TrendTable): readonly number[] {
  return headings.map((heading, at) =>
    Math.max(displayWidth(heading), ...rows.map((cells) => displayWidth(cells[at] ?? ''))),
  )
}

function wideLines(table: TrendTable): readonly string[] {
  const widths = widthsOf(table)
  const line = (cells: readonly string[]) =>
    `${gap}${cells
      .map((cell, at) => (at === 0 || table.isWords ? padEnd : padStart)(cell, widths[at] ?? 0))
      .join(gap)}`.trimEnd()
  return [table.headings, ...table.rows].map(line)
}

/** Where the terminal is too narrow, a line a figure. */
function narrowLines({ headings, rows }: TrendTable, columns: number | undefined): readonly string[] {
  return rows.flatMap(([name = '', ...cells]) => [
    `${gap}${name}`,
    ...cells.flatMap((cell, at) =>
      cell === '' ? [] : [`${gap}${gap}${hang(`${headings[at + 1] ?? ''}  ${cell}`, columns, 6)}`],
    ),
  ])
}

function tableLines(table: TrendTable, columns: number | undefined): readonly string[] {
  if (table.rows.length === 0) return []
  const seen = { ...table, rows: table.rows.map((cells) => cells.map(visible)) }
  const wide = wideLines(seen)
  const free = columns ?? Number.POSITIVE_INFINITY
  return wide.every((line) => displayWidth(line) <= free) ? wide : narrowLines(seen, columns)
}

/** For a terminal: what is counted, the figures, and what to mind before comparing them. */
export const trendText: RenderTrend = ({ head, programme, unit, trend }, { look }) => {
  const paint = paintOf(look.color)
  const said = (sentence: string) => hang(visible(sentence), look.columns, 0)
  const latest = trend.yearOnYear.at(-1)
  const earlier = trend.yearOnYear.length - 1
  const tables = [...mainTables(trend), ...(latest ? [yearOnYearTable(latest)] : [])]
  const blocks = [
    [paint.bold(said(titleOf(programme, unit, trend, head.asOf)))],
    whatIsCounted.map(said),
    ...tables.map((table) => [
      paint.bold(table.title),
      ...tableLines(table, look.columns),
      ...table.notes.map(said),
    ]),
    ...(latest ? [] : [['同比：没有两年都报过的期次。']]),
    ...(earlier > 0 ? [[`更早的 ${earlier} 期同比，写成 .html 或 .json 可见。`]] : []),
    cautions(trend).map(said),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n')
}

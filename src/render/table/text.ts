import { columns as formColumns } from '../../model/case.ts'
import { explainedTitle } from '../../model/explanation.ts'
import type { Explained } from '../../model/finding.ts'
import type { Look } from '../../model/look.ts'
import type { Period, Table, Totals } from '../../model/table.ts'
import { cityText } from '../collect/desk-lists.ts'
import { rosterText } from '../collect/roster.ts'
import { listLines } from '../list/text.ts'
import { paintOf } from '../paint.ts'
import { printable, unturned, visible } from '../printable.ts'
import { displayWidth, padStart } from '../width.ts'
import { hang, wrap } from '../wrap.ts'
import { dateText, headingTexts, type TableLine, tableLines, unitText } from './cells.ts'
import { explainedRows } from './explained.ts'
import type { RenderTable } from './format.ts'
import { centre, type DrawnGrid, drawGrid, type GridRow, gridWidth } from './grid.ts'
import { outcomesHeading, periodText, totalsLines, totalsList, totalsTitle } from './totals.ts'
import { naturalWidths, shareWidth } from './widths.ts'

/** Dates stay whole, numbers and addresses keep recognisable pieces; together they fit 80 columns. */
const floors: Readonly<Record<(typeof formColumns)[number], number>> = {
  serial: 4,
  type: 4,
  caseNumber: 8,
  filed: 10,
  closed: 10,
  outcome: 4,
  published: 4,
  url: 10,
  remark: 4,
}
// With less than this the blanks beside the borders are better used for text, and words may be cut in two.
const roomy = 110
const roomyFloors: typeof floors = { ...floors, type: 8, caseNumber: 12, outcome: 8, remark: 8 }
// A table that is never wrapped may be many screens wide; its title stays in sight.
const widest = 100

function textRows(lines: readonly TableLine[]): readonly (readonly string[])[] {
  return [headingTexts, ...lines.flatMap((line) => (line.kind === 'nil' ? [] : [line.cells]))]
}

function gridOf(lines: readonly TableLine[], { columns = Number.POSITIVE_INFINITY, color }: Look): DrawnGrid {
  const rows = textRows(lines)
  const paintBorder = paintOf(color).dim
  const floorWidths = formColumns.map((column) => (columns < roomy ? floors : roomyFloors)[column])
  const shared = (padding: number): DrawnGrid => {
    const borders = gridWidth({ widths: floorWidths.map(() => 0), padding })
    const widths = shareWidth({ rows, floors: floorWidths, available: columns - borders })
    return { widths, padding, paintBorder }
  }
  const natural = gridWidth({ widths: naturalWidths(rows), padding: 1 })
  return shared(natural > columns && columns < roomy ? 0 : 1)
}

function typeOf(line: TableLine): string {
  if (line.kind === 'nil') return ''
  return line.kind === 'case' ? line.row.type : line.type
}

/** 案件类型 as two lines of two, never three and one. */
function folded(heading: string, width: number): string {
  return displayWidth(heading) > width ? `${heading.slice(0, 2)}\n${heading.slice(2)}` : heading
}

function drawTable(lines: readonly TableLine[], grid: DrawnGrid, look: Look): readonly string[] {
  const { bold, dim } = paintOf(look.color)
  const rows = lines.map((line): GridRow => {
    if (line.kind === 'nil') return { cells: line.text, centred: true, paint: bold }
    return line.kind === 'empty' ? { cells: line.cells, paint: dim } : { cells: line.cells }
  })
  const headings = headingTexts.map((heading, index) => folded(heading, grid.widths[index] ?? 0))
  const heading: GridRow = { cells: headings, centred: true, paint: bold }
  return drawGrid(grid, [heading, ...rows], (above) => {
    const [line, next] = [lines[above - 1], lines[above]]
    return line === undefined || next === undefined || typeOf(line) !== typeOf(next)
  })
}

function field(heading: string, text: string, columns: number): readonly string[] {
  const label = `  ${heading}：`
  const indent = ' '.repeat(displayWidth(label))
  return wrap(text, Math.max(2, columns - indent.length)).map(
    (line, at) => (at === 0 ? label : indent) + line,
  )
}

function card(line: TableLine, { columns = 0, color }: Look): readonly string[] {
  if (line.kind === 'nil') return [line.text, '']
  const [serial = '', type = '', ...rest] = line.cells
  const title = [serial && `${serial}. `, type, line.kind === 'empty' ? `：${rest[0] ?? ''}` : ''].join('')
  const fields = rest.flatMap((text, index) =>
    text === '' || line.kind === 'empty' ? [] : field(headingTexts[index + 2] ?? '', text, columns),
  )
  return [paintOf(color).bold(title), ...fields, '']
}

/** For a terminal too narrow for nine columns: a case below the other, blank cells left out. */
function cards(lines: readonly TableLine[], look: Look): readonly string[] {
  return lines.flatMap((line) => card(line, look))
}

/** 填报单位 at the left, 时间 at the right; below each other where they do not fit. */
function unitLine(table: Table, width: number): readonly string[] {
  const [unit, date] = [unitText(table), dateText(table)]
  const free = width - displayWidth(unit)
  return free > displayWidth(date) ? [unit + padStart(date, free)] : [...wrap(unit, width), date]
}

/** How the cases of each type were closed: too long for a column of a terminal. */
function outcomeTexts(totals: Totals, { columns, color }: Look): readonly string[] {
  const closed = totalsLines(totals).filter(({ outcomes }) => outcomes !== '')
  if (closed.length === 0) return []
  return [
    paintOf(color).bold(outcomesHeading),
    ...closed.map(({ name, outcomes }) => hang(`${name}：${outcomes}`, columns, 2)),
  ]
}

function totalsText(totals: Totals, period: Period, look: Look): readonly string[] {
  const { columns, rows } = totalsList(totals)
  const caption = `${totalsTitle}（${periodText(period)}）`
  return [
    ...(look.columns === undefined ? [caption] : wrap(caption, look.columns)),
    ...listLines({ columns: columns.slice(0, -1), rows: rows.map((cells) => cells.slice(0, -1)) }, look),
    ...outcomeTexts(totals, look),
  ]
}

/** 1. 商标侵权 朝双市监处罚〔2024〕12号：what was found; and below it what the unit says. */
function explainedText(explained: readonly Explained[], { columns, color }: Look): readonly string[] {
  if (explained.length === 0) return []
  const lines = explainedRows(explained).flatMap(([serial, type, number, problem = '', reason = '']) => {
    const about = [type, number].filter(Boolean).join(' ')
    const found = `${serial}. ${about === '' ? '' : `${about}：`}${problem}`
    return [hang(visible(found), columns, 3), `   ${hang(visible(`说明：${reason}`), columns, 3)}`]
  })
  return ['', paintOf(color).bold(explainedTitle), ...lines]
}

/** The form in the terminal. Where even its narrowest columns do not fit, the cases one below the other. */
export const renderText: RenderTable = ({ table, totals, explained, city }, { look }) => {
  const { bold } = paintOf(look.color)
  const lines = tableLines(table)
  const grid = gridOf(lines, look)
  const isCards = look.columns !== undefined && gridWidth(grid) > look.columns
  const width = Math.min(gridWidth(grid), look.columns ?? widest)
  const body = isCards ? cards(lines, look) : drawTable(lines, grid, look)
  const title = wrap(printable(table.title), width).map((line) => bold(centre(line, width)))
  return [
    ...(city ? rosterText(city, look) : []),
    ...(table.label === null ? [] : [printable(table.label), '']),
    ...title,
    '',
    ...unitLine(table, width),
    ...body,
    ...wrap(printable(table.note), look.columns === undefined ? Number.POSITIVE_INFINITY : width),
    '',
    ...totalsText(totals, table.period, look),
    ...(city ? cityText(city, totals, look) : []),
    ...explainedText(explained, look),
    '',
  ]
    .map(unturned)
    .join('\n')
}

import type { Look } from '../../model/look.ts'
import type { Period, Totals } from '../../model/table.ts'
import { paintOf } from '../paint.ts'
import { displayWidth, padEnd, padStart } from '../width.ts'
import { hang, wrap } from '../wrap.ts'
import {
  medianHeading,
  nameHeading,
  numberHeadings,
  outcomesHeading,
  periodText,
  type TotalsLine,
  totalsLines,
  totalsTitle,
} from './totals.ts'

const cellHeadings = [...numberHeadings, medianHeading]

/** How the cases of each type were closed: too long for a column of a terminal. */
function outcomeTexts(lines: readonly TotalsLine[], { columns, color }: Look): readonly string[] {
  const closed = lines.filter(({ outcomes }) => outcomes !== '')
  if (closed.length === 0) return []
  return [
    paintOf(color).bold(outcomesHeading),
    ...closed.map(({ name, outcomes }) => hang(`${name}：${outcomes}`, columns, 2)),
  ]
}

type Rows = readonly (readonly [name: string, cells: readonly string[]])[]

function columnsOf(rows: Rows, look: Look): readonly string[] {
  const all: Rows = [[nameHeading, cellHeadings], ...rows]
  const nameWidth = Math.max(...all.map(([name]) => displayWidth(name)))
  const widths = cellHeadings.map((_, at) =>
    Math.max(...all.map(([, cells]) => displayWidth(cells[at] ?? ''))),
  )
  const [heading = '', ...lines] = all.map(
    ([name, cells]) =>
      padEnd(name, nameWidth) + cells.map((cell, at) => `  ${padStart(cell, widths[at] ?? 0)}`).join(''),
  )
  return [paintOf(look.color).bold(heading), ...lines]
}

/** For a terminal too narrow for the columns. */
function sentencesOf(rows: Rows, { columns }: Look): readonly string[] {
  return rows.map(([name, cells]) => {
    const counts = cells.map((cell, at) => `${cellHeadings[at]} ${cell}`)
    return hang(`${name}：${counts.join('，')}`, columns, 2)
  })
}

export function totalsText(totals: Totals, period: Period, look: Look): readonly string[] {
  const lines = totalsLines(totals)
  const rows: Rows = lines.map(({ name, numbers, median }) => [name, [...numbers.map(String), median]])
  const drawn = columnsOf(rows, look)
  const isNarrow =
    look.columns !== undefined && drawn.some((line) => displayWidth(line) > (look.columns ?? 0))
  const caption = `${totalsTitle}（${periodText(period)}）`
  return [
    ...(look.columns === undefined ? [caption] : wrap(caption, look.columns)),
    ...(isNarrow ? sentencesOf(rows, look) : drawn),
    ...outcomeTexts(lines, look),
  ]
}

import type { Look } from '../../model/look.ts'
import type { Period, Totals } from '../../model/table.ts'
import { listLines } from '../list/text.ts'
import { paintOf } from '../paint.ts'
import { hang, wrap } from '../wrap.ts'
import { outcomesHeading, periodText, totalsLines, totalsList, totalsTitle } from './totals.ts'

/** How the cases of each type were closed: too long for a column of a terminal. */
function outcomeTexts(totals: Totals, { columns, color }: Look): readonly string[] {
  const closed = totalsLines(totals).filter(({ outcomes }) => outcomes !== '')
  if (closed.length === 0) return []
  return [
    paintOf(color).bold(outcomesHeading),
    ...closed.map(({ name, outcomes }) => hang(`${name}：${outcomes}`, columns, 2)),
  ]
}

export function totalsText(totals: Totals, period: Period, look: Look): readonly string[] {
  const { columns, rows } = totalsList(totals)
  const caption = `${totalsTitle}（${periodText(period)}）`
  return [
    ...(look.columns === undefined ? [caption] : wrap(caption, look.columns)),
    ...listLines({ columns: columns.slice(0, -1), rows: rows.map((cells) => cells.slice(0, -1)) }, look),
    ...outcomeTexts(totals, look),
  ]
}

import type { Look } from '../../model/look.ts'
import type { Period, Totals } from '../../model/table.ts'
import { paintOf } from '../paint.ts'
import { displayWidth, padEnd, padStart } from '../width.ts'
import { wrap } from '../wrap.ts'
import { periodText, totalsHeadings, totalsLines, totalsTitle } from './totals.ts'

export function totalsText(totals: Totals, period: Period, look: Look): readonly string[] {
  const { bold } = paintOf(look.color)
  const [first = '', ...others] = totalsHeadings
  const lines = totalsLines(totals)
  const nameWidth = Math.max(...[first, ...lines.map(({ name }) => name)].map(displayWidth))
  const line = (name: string, cells: readonly string[]) =>
    padEnd(name, nameWidth) +
    cells.map((cell, index) => `  ${padStart(cell, displayWidth(others[index] ?? ''))}`).join('')
  const caption = `${totalsTitle}（${periodText(period)}）`
  return [
    ...(look.columns === undefined ? [caption] : wrap(caption, look.columns)),
    bold(line(first, others)),
    ...lines.map(({ name, numbers }) => line(name, numbers.map(String))),
  ]
}

import type { Look } from '../../model/look.ts'
import { paintOf } from '../paint.ts'
import { visible } from '../printable.ts'
import { aligned, displayWidth } from '../width.ts'
import { hang } from '../wrap.ts'
import type { List, ListCell } from './list.ts'

type Body = Pick<List, 'columns' | 'rows'>

function shown(cell: ListCell | undefined): string {
  return visible(String(cell ?? ''))
}

/** The heading first. */
function drawn({ columns, rows }: Body): readonly string[] {
  const lines = [columns.map(({ heading }) => heading), ...rows].map((cells) => cells.map(shown))
  const isNumber = (at: number): boolean => columns[at]?.isNumber === true
  return aligned(lines, isNumber).map((cells) => cells.join('  ').trimEnd())
}

function withoutSpare({ columns, rows }: Body): Body {
  const isKept = (_: unknown, at: number): boolean => columns[at]?.isSpare !== true
  return { columns: columns.filter(isKept), rows: rows.map((cells) => cells.filter(isKept)) }
}

/** Where the columns do not fit: 双塔区：状态 按时，案件 3. */
function sentencesOf({ columns, rows }: Body, width: number | undefined): readonly string[] {
  return rows.map(([name, ...cells]) => {
    const said = cells.flatMap((cell, at) =>
      cell === '' ? [] : [`${columns[at + 1]?.heading} ${shown(cell)}`],
    )
    return hang(`${shown(name)}：${said.join('，')}`, width, 2)
  })
}

/** In columns, without the spare ones where there is no room, or else a sentence a row. */
export function listLines(list: Body, { columns: width, color }: Look): readonly string[] {
  if (list.rows.length === 0) return []
  const fitting = [list, withoutSpare(list)]
    .map(drawn)
    .find((lines) => width === undefined || lines.every((line) => displayWidth(line) <= width))
  if (fitting === undefined) return sentencesOf(list, width)
  const [heading = '', ...lines] = fitting
  return [paintOf(color).bold(heading), ...lines]
}

/** With its title and its notes; of a long list the first rows. */
export function listText(list: List, look: Look, mostRows = Number.POSITIVE_INFINITY): readonly string[] {
  const more = list.rows.length - mostRows
  return [
    paintOf(look.color).bold(hang(visible(list.title), look.columns, 0)),
    ...listLines({ ...list, rows: list.rows.slice(0, mostRows) }, look),
    ...(more > 0 ? [`其余 ${more} 行从略，写成 .xlsx 或 .html 文件有全部。`] : []),
    ...list.notes.map((note) => hang(visible(note), look.columns, 0)),
  ]
}

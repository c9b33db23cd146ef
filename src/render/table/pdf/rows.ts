import { columns } from '../../../model/case.ts'
import { headingTexts, type Line } from '../cells.ts'
import { type Piece, urlPieces } from '../link-target.ts'
import { columnWidths, typeSizes } from '../page.ts'
import type { Lettering } from './lettering.ts'
import { type Column, lineHeight, linesBlock, type PrintLine, printLines, type Style } from './lines.ts'
import type { Block, Mark } from './mark.ts'
import { columnsArea, millimetre } from './sheet.ts'

const padding = 1 * millimetre
const leastHeight = 9 * millimetre

interface Cell extends Column {
  readonly style: Style
  readonly lines: readonly PrintLine[]
}

const centred: Style = { hand: 'body', size: typeSizes.cell, align: 'center' }
const flush: Style = { ...centred, align: 'left' }
const heading: Style = { ...centred, hand: 'heading' }
const flushColumns: ReadonlySet<string> = new Set(['url', 'remark'])

const places: readonly Column[] = columns.map((column, index) => ({
  left: columns
    .slice(0, index)
    .reduce((left, before) => left + columnWidths[before] * millimetre, columnsArea.left),
  width: columnWidths[column] * millimetre,
}))

function rule(from: readonly [number, number], to: readonly [number, number], weight: number): Mark {
  return { kind: 'rule', from, to, weight }
}

export const outerWeight = 1
const innerWeight = 0.5

export function acrossRule(top: number, weight: number): Mark {
  return rule([columnsArea.left, top], [columnsArea.left + columnsArea.width, top], weight)
}

function sideRules(cells: readonly Cell[], top: number, bottom: number): readonly Mark[] {
  const right = columnsArea.left + columnsArea.width
  return [
    ...cells.map(({ left }, index) =>
      rule([left, top], [left, bottom], index === 0 ? outerWeight : innerWeight),
    ),
    rule([right, top], [right, bottom], outerWeight),
  ]
}

/** A row between its rules; the rule above it belongs to what stands there. */
function rowBlock(cells: readonly Cell[], lettering: Lettering): Block {
  const blocks = cells.map((cell) => linesBlock(cell.lines, inner(cell), { lettering, style: cell.style }))
  const height = Math.max(leastHeight, ...blocks.map((block) => block.height + 2 * padding))
  return {
    height,
    at: (top) => [
      ...blocks.flatMap((block) => block.at(top + (height - block.height) / 2)),
      ...sideRules(cells, top, top + height),
      acrossRule(top + height, innerWeight),
    ],
  }
}

function inner({ left, width }: Column): Column {
  return { left: left + padding, width: width - 2 * padding }
}

function cellOf(pieces: readonly Piece[], place: Column, { lettering, style }: Setting): Cell {
  return { ...place, style, lines: printLines(pieces, inner(place).width, { lettering, style }) }
}

interface Setting {
  readonly lettering: Lettering
  readonly style: Style
}

function cellsOf(line: Line, lettering: Lettering): readonly Cell[] {
  if (line.kind === 'nil') return [cellOf([{ text: line.text }], columnsArea, { lettering, style: centred })]
  return columns.map((column, index) => {
    const style = flushColumns.has(column) ? flush : centred
    const pieces =
      column === 'url' && line.kind === 'case' ? urlPieces(line.row) : [{ text: line.cells[index] ?? '' }]
    return cellOf(pieces, places[index] ?? columnsArea, { lettering, style })
  })
}

export function headingBlock(lettering: Lettering): Block {
  const cells = headingTexts.map((text, index) =>
    cellOf([{ text }], places[index] ?? columnsArea, { lettering, style: heading }),
  )
  const row = rowBlock(cells, lettering)
  return { ...row, at: (top) => [acrossRule(top, outerWeight), ...row.at(top)] }
}

/** A case in one piece, or in several where it is higher than `room`. */
export function rowBlocks(line: Line, lettering: Lettering, room: number): readonly Block[] {
  const cells = cellsOf(line, lettering)
  const most = Math.max(1, Math.floor((room - 2 * padding) / lineHeight(centred)))
  const parts = Math.max(1, Math.ceil(Math.max(...cells.map(({ lines }) => lines.length)) / most))
  return Array.from({ length: parts }, (_, part) => {
    const slice = cells.map((cell) => ({
      ...cell,
      lines: cell.lines.slice(part * most, (part + 1) * most),
    }))
    return rowBlock(slice, lettering)
  })
}

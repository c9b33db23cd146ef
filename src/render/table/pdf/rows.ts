import { columns } from '../../../model/case.ts'
import { headingTexts, type TableLine } from '../cells.ts'
import { urlLines } from '../link-target.ts'
import { columnWidths, page, typeSizes } from '../page.ts'
import type { Letters } from './letters.ts'
import {
  heightOf,
  lineHeight,
  type PageColumn,
  type Paragraph,
  paragraph,
  type TextStyle,
  urlParagraph,
} from './lines.ts'

/** In points, of which an inch has 72. */
export const millimetre = 72 / 25.4

export const textArea = {
  left: page.left * millimetre,
  width: (page.width - page.left - page.right) * millimetre,
} as const

const padding = 1 * millimetre

export interface PageRow {
  readonly height: number
  readonly cells: readonly Paragraph[]
}

/** Of all but long addresses. */
export const leading = 1.3

const centred: TextStyle = { role: 'body', size: typeSizes.cell, align: 'center', leading }
const flush: TextStyle = { ...centred, align: 'left' }
const bold: TextStyle = { ...centred, role: 'heading' }

/** Where each column begins, and where the last one ends. */
export function edgesOf(widths: readonly number[]): readonly number[] {
  return [0, ...widths.keys()].map((_, index) =>
    widths.slice(0, index).reduce((left, width) => left + width * millimetre, textArea.left),
  )
}

export const formEdges: readonly number[] = edgesOf(columns.map((column) => columnWidths[column]))

function inner(left: number, right: number): PageColumn {
  return { left: left + padding, width: right - left - 2 * padding }
}

function placesBetween(edges: readonly number[]): readonly PageColumn[] {
  return edges.slice(0, -1).map((left, index) => inner(left, edges[index + 1] ?? left))
}

const places: readonly PageColumn[] = placesBetween(formEdges)
const whole = inner(textArea.left, textArea.left + textArea.width)

function rowOf(cells: readonly Paragraph[]): PageRow {
  return { cells, height: Math.max(0, ...cells.map(heightOf)) + 2 * padding }
}

function cellsOf(line: TableLine, letters: Letters): readonly Paragraph[] {
  if (line.kind === 'nil') return [paragraph(line.text, letters, { column: whole, style: centred })]
  return columns.map((name, index) => {
    const place = {
      column: places[index] ?? whole,
      style: name === 'url' || name === 'remark' ? flush : centred,
    }
    return name === 'url' && line.kind === 'case'
      ? urlParagraph(urlLines(line.row), letters, place)
      : paragraph(line.cells[index] ?? '', letters, place)
  })
}

const styles = { centred, flush, bold } as const

interface PageRowLook {
  readonly edges: readonly number[]
  readonly style: (at: number) => keyof typeof styles
}

/** A row of plain texts, as wide as its edges say. */
export function plainRow(texts: readonly string[], letters: Letters, { edges, style }: PageRowLook): PageRow {
  const columns = placesBetween(edges)
  return rowOf(
    texts.map((text, at) =>
      paragraph(text, letters, { column: columns[at] ?? whole, style: styles[style(at)] }),
    ),
  )
}

export function headingRow(letters: Letters): PageRow {
  return plainRow(headingTexts, letters, { edges: formEdges, style: () => 'bold' })
}

/** The lines of a cell that stand in a part of its row. */
function sliced(cell: Paragraph, start: number, end: number): Paragraph {
  const links = cell.links.map(({ target, from, to }) => ({
    target,
    from: Math.max(from, start) - start,
    to: Math.min(to, end) - start,
  }))
  return { ...cell, lines: cell.lines.slice(start, end), links: links.filter(({ from, to }) => from < to) }
}

/** A case in one row, or in several where it is higher than `free`. */
export function rowsOf(line: TableLine, letters: Letters, free: number): readonly PageRow[] {
  return splitRow(rowOf(cellsOf(line, letters)), free)
}

export function splitRow(row: PageRow, free: number): readonly PageRow[] {
  if (row.height <= free) return [row]
  const most = Math.max(1, Math.floor((free - 2 * padding) / lineHeight(centred)))
  const parts = Math.ceil(Math.max(...row.cells.map(({ lines }) => lines.length)) / most)
  return Array.from({ length: parts }, (_, part) =>
    rowOf(row.cells.map((cell) => sliced(cell, part * most, (part + 1) * most))),
  )
}

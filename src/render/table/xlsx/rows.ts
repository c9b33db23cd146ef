import { cellName, rangeName } from '../../../office/reference.ts'
import { escapeText, withAttribute } from '../../../office/xml-text.ts'
import { type CompiledCell, compileCell, type SheetFacts, type WrittenCell } from './cell.ts'
import { highestRow } from './measures.ts'
import type { Lookup, RowContent } from './values.ts'
import type { TemplateRow } from './workbook.ts'

const mostRowsNamed = 10

/** Of rows that Excel does not make high enough for all that they say. */
export function sheetWarnings(
  name: string,
  rows: readonly { readonly row: number; readonly isTooHigh: boolean }[],
): readonly string[] {
  const high = rows.flatMap(({ row, isTooHigh }) => (isTooHigh ? [row] : []))
  if (high.length === 0) return []
  const named = high.slice(0, mostRowsNamed).join('、')
  const rest = high.length > mostRowsNamed ? `等 ${high.length} 行` : '行'
  return [
    `工作表“${name}”第 ${named} ${rest}文字太多，超过 Excel 的最大行高，打印不全；要印全，请改用 docx、pdf 或 html 格式`,
  ]
}

export interface CellLink {
  readonly cell: string
  readonly target: string
}

export interface WrittenRow {
  readonly xml: string
  readonly links: readonly CellLink[]
  /** The cells a sentence goes across; its row has no other merge. */
  readonly across?: string
  readonly height: number
  readonly isTooHigh: boolean
}

interface RowSpot {
  readonly row: number
  /** Points; more than Excel gives a row is cut to that. */
  readonly height: number
  readonly tag: string
}

function heighten(tag: string, height: number): string {
  return withAttribute(withAttribute(tag, 'ht', Math.min(highestRow, height)), 'customHeight', 1)
}

function assembled(
  { row, height, tag }: RowSpot,
  columns: readonly number[],
  cells: readonly WrittenCell[],
): WrittenRow {
  let xml = tag
  const links: CellLink[] = []
  for (const [index, cell] of cells.entries()) {
    xml += cell.xml
    if (cell.link !== undefined)
      links.push({ cell: cellName({ row, column: columns[index] ?? 0 }), target: cell.link })
  }
  return {
    xml: `${xml}</row>`,
    links,
    height: Math.min(highestRow, height),
    isTooHigh: height > highestRow,
  }
}

function highest(cells: readonly WrittenCell[]): number {
  return cells.reduce((height, cell) => Math.max(height, cell.height), 0)
}

function compiled(row: TemplateRow, isRepeated: boolean, facts: SheetFacts): readonly CompiledCell[] {
  return row.cells.map((cell) => compileCell(cell, row.row, isRepeated, facts))
}

/** A row that stays one row: only a marker's text can make it higher. */
export function writeSingleRow(template: TemplateRow, row: number, facts: SheetFacts): WrittenRow {
  const cells = compiled(template, false, facts)
  const written = cells.map((cell) => cell.write(row, (name) => facts.singles[name], 0))
  const height = highest(written)
  const moved = withAttribute(template.tag, 'r', row)
  const least = facts.measures.height(template.row)
  const tag = height > least ? heighten(moved, height) : moved
  const spot = { row, height: Math.max(least, height), tag }
  return assembled(
    spot,
    cells.map(({ column }) => column),
    written,
  )
}

function sentenceRow(
  cells: readonly CompiledCell[],
  spot: RowSpot,
  { sentence, counted }: Extract<RowContent, { sentence: string }>,
  { styles }: Pick<SheetFacts, 'styles'>,
): WrittenRow {
  const { row } = spot
  const marked = cells.filter(({ names }) => names.length > 0)
  const right = Math.max(...marked.map(({ column }) => column))
  const first = marked.find(({ names }) => !names.some((name) => counted.has(name))) ?? marked[0]
  const left = first?.column ?? right
  const written = cells.map((cell): WrittenCell => {
    const { column, style } = cell
    if (column < left || column > right) return cell.write(row, () => undefined, 0)
    const look = styles.variant(style, { wrap: true, centred: true })
    const start = `<c r="${cellName({ row, column })}" s="${look}"`
    const item = `<is><t>${escapeText(sentence)}</t></is>`
    const xml = column === left ? `${start} t="inlineStr">${item}</c>` : `${start}/>`
    return { xml, height: 0 }
  })
  const columns = cells.map(({ column }) => column)
  const across = rangeName({ left, right, top: row, bottom: row })
  return { ...assembled(spot, columns, written), across }
}

/** Written for each copy, or hints that only make the file longer. */
const rowAttributes = ['r', 'ht', 'customHeight', 'spans', 'x14ac:dyDescent']

type WriteRepeatedRow = (row: number, content: RowContent, copy: number) => WrittenRow

/** A row that is written again and again; each copy is as high as its own text. */
export function repeatedRowWriter(template: TemplateRow, facts: SheetFacts): WriteRepeatedRow {
  const cells = compiled(template, true, facts)
  const columns = cells.map(({ column }) => column)
  const least = facts.measures.height(template.row)
  const bare = rowAttributes.reduce((tag, name) => withAttribute(tag, name, undefined), template.tag)
  const rest = bare.slice('<row'.length)
  function tagOf(row: number, height: number): string {
    return `<row r="${row}" ht="${Math.min(highestRow, height)}" customHeight="1"${rest}`
  }
  return (row, content, copy) => {
    if ('sentence' in content)
      return sentenceRow(cells, { row, height: least, tag: tagOf(row, least) }, content, facts)
    const lookup: Lookup = (name) => content.values[name] ?? facts.singles[name]
    const written = cells.map((cell) => cell.write(row, lookup, copy))
    const height = Math.max(least, highest(written))
    return assembled({ row, height, tag: tagOf(row, height) }, columns, written)
  }
}

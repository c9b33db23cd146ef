import type { Table } from '../../../model/table.ts'
import { dateText, tableLines, unitText } from '../cells.ts'
import { fieldTexts } from '../markers.ts'
import { typeSizes } from '../page.ts'
import type { Lettering } from './lettering.ts'
import { type Column, linesBlock, printLines, type Style } from './lines.ts'
import type { Block, Mark, Page } from './mark.ts'
import { acrossRule, headingBlock, outerWeight, rowBlocks } from './rows.ts'
import { areaBottom, areaTop, columnsArea, millimetre } from './sheet.ts'

function paragraph(text: string, style: Style, setting: { lettering: Lettering; column?: Column }): Block {
  const column = setting.column ?? columnsArea
  const inside = { lettering: setting.lettering, style }
  return linesBlock(printLines([{ text }], column.width, inside), column, inside)
}

function spaced(block: Block, before: number, after: number): Block {
  return { height: before + block.height + after, at: (top) => block.at(top + before) }
}

function lineBlock(table: Table, lettering: Lettering): Block {
  const style: Style = { hand: 'body', size: typeSizes.line, align: 'left' }
  const date = paragraph(dateText(table), { ...style, align: 'right' }, { lettering })
  const dateWidth = lettering.ems(dateText(table), style.hand) * style.size
  const column = { left: columnsArea.left, width: columnsArea.width - dateWidth - 2 * style.size }
  const unit = paragraph(unitText(table), style, { lettering, column })
  return {
    height: Math.max(unit.height, date.height),
    at: (top) => [...unit.at(top), ...date.at(top)],
  }
}

function headBlocks(table: Table, lettering: Lettering): readonly Block[] {
  const texts = fieldTexts(table)
  const label = paragraph(
    texts.label,
    { hand: 'heading', size: typeSizes.label, align: 'left' },
    { lettering },
  )
  const title = paragraph(
    texts.title,
    { hand: 'title', size: typeSizes.title, align: 'center' },
    { lettering },
  )
  return [label, spaced(title, 3, 8), spaced(lineBlock(table, lettering), 0, 4)]
}

const footerStyle: Style = { hand: 'body', size: 9, align: 'center' }

function footer(number: number, count: number, lettering: Lettering): readonly Mark[] {
  const block = paragraph(`第 ${number} 页　共 ${count} 页`, footerStyle, { lettering })
  return block.at(areaBottom + 5 * millimetre)
}

interface Form {
  readonly head: readonly Block[]
  readonly heading: Block
  readonly rows: readonly Block[]
  readonly note: Block
}

type Placed = () => readonly Mark[]

/** The heading stands on every page, and the note never alone on one where the last row can go with it. */
function broken({ head, heading, rows, note }: Form): readonly (readonly Placed[])[] {
  const pages: Placed[][] = [[]]
  let top = areaTop
  const put = (block: Block): void => {
    const place = top
    pages.at(-1)?.push(() => block.at(place))
    top += block.height
  }
  const closeTable = (): void => {
    const bottom = top
    pages.at(-1)?.push(() => [acrossRule(bottom, outerWeight)])
  }
  const turn = (): void => {
    pages.push([])
    top = areaTop
  }
  for (const block of [...head, heading]) put(block)
  for (const [index, row] of rows.entries()) {
    const needed = row.height + (index === rows.length - 1 ? note.height : 0)
    if (index > 0 && top + needed > areaBottom) {
      closeTable()
      turn()
      put(heading)
    }
    put(row)
  }
  closeTable()
  if (top + note.height > areaBottom) turn()
  put(note)
  return pages
}

/** One page after the other: the marks of thousands at once would fill the memory. */
export function* pagesOf(table: Table, lettering: Lettering): Generator<Page> {
  const head = headBlocks(table, lettering)
  const heading = headingBlock(lettering)
  const noteStyle: Style = { hand: 'body', size: typeSizes.note, align: 'left' }
  const note = spaced(paragraph(fieldTexts(table).note, noteStyle, { lettering }), 2 * millimetre, 0)
  const above = [...head, heading].reduce((sum, block) => sum + block.height, 0)
  const room = areaBottom - areaTop - above
  const rows = tableLines(table).flatMap((line) => rowBlocks(line, lettering, room))
  const pages = broken({ head, heading, rows, note })
  for (const [index, placed] of pages.entries()) {
    yield [...placed.flatMap((marks) => marks()), ...footer(index + 1, pages.length, lettering)]
  }
}

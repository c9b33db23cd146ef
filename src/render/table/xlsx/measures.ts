import type { Range } from '../../../office/reference.ts'
import { attribute, hasFlag, tags } from '../../../office/xml-text.ts'
import { lineCount } from './line-count.ts'
import type { SheetXml } from './sheet.ts'

/** Points. */
export const highestRow = 409.5

const pixel = 0.75
const pointsPerWidth = 5.25
const defaultWidth = 9.14
const defaultHeight = 15
const cellPadding = 5
/** Of the font's size: Noto's Chinese lines, which stand in where 仿宋 is missing, are the highest. */
const lineHeight = 1.45
/** Of letters, digits and signs alone, such as an address. */
const plainLineHeight = 1.3
/** What printers and other programs set wider than the screen. */
const slack = 0.97

/** In points. */
export interface Room {
  readonly width: number
  /** Height that the cell has in other rows it is merged with. */
  readonly elsewhere: number
}

export interface Measures {
  /** The room a cell, or what it is merged with, has in the template beside the height of its own row. */
  readonly room: (range: Range) => Room
  readonly height: (row: number) => number
  readonly defaultHeight: number
}

function sum(from: number, to: number, sizeOf: (index: number) => number): number {
  let total = 0
  for (let index = from; index <= to; index += 1) total += sizeOf(index)
  return total
}

export function measuresOf(sheet: SheetXml): Measures {
  const [format = ''] = tags(sheet.head, 'sheetFormatPr')
  const other = Number(attribute(format, 'defaultColWidth') ?? defaultWidth)
  const columns = tags(sheet.head, 'col').map((tag) => ({
    first: Number(attribute(tag, 'min')),
    last: Number(attribute(tag, 'max')),
    width: hasFlag(tag, 'hidden') ? 0 : Number(attribute(tag, 'width') ?? other),
  }))
  function widthOf(column: number): number {
    return columns.find(({ first, last }) => first <= column && column <= last)?.width ?? other
  }
  const usual = Number(attribute(format, 'defaultRowHeight')) || defaultHeight
  const heights = new Map(sheet.rows.map(({ row, tag }) => [row, Number(attribute(tag, 'ht') ?? usual)]))
  function heightAt(row: number): number {
    return heights.get(row) ?? usual
  }
  return {
    room: ({ left, right, top, bottom }) => ({
      width: sum(left, right, widthOf) * pointsPerWidth,
      elsewhere: sum(top + 1, bottom, heightAt),
    }),
    height: heightAt,
    defaultHeight: usual,
  }
}

/** Letters of the font's size that stand in one line. */
function lettersIn({ width }: Room, size: number): number {
  return Math.max(1, ((width - cellPadding) * slack) / size)
}

export function isOneLine(text: string, room: Room, size: number): boolean {
  return lineCount(text, lettersIn(room, size)) === 1
}

/** Points of its own row that a text needs in a font of `size` points. */
export function heightOf(text: string, room: Room, size: number): number {
  const line = size * (/[^\n\x20-\x7E；]/.test(text) ? lineHeight : plainLineHeight)
  const height = lineCount(text, lettersIn(room, size)) * line + cellPadding - room.elsewhere
  return Math.max(0, Math.ceil(height / pixel) * pixel)
}

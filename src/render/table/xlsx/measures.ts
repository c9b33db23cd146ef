import { lineCount } from './line-count.ts'
import type { Range } from './reference.ts'
import type { SheetXml } from './sheet.ts'
import { attribute, hasFlag, tags } from './xml.ts'

/** Points. */
export const highestRow = 409.5

const pixel = 0.75
const pointsPerWidth = 5.25
const defaultWidth = 9.14
const defaultHeight = 15
const cellPadding = 5
/** Of the font's size: Noto's Chinese lines, which stand in where 仿宋 is missing, are the highest. */
const lineHeight = 1.45
/** What printers and other programs set wider than the screen. */
const slack = 0.97

export interface Measures {
  /** Points between the left edge of the first column and the right edge of the last. */
  readonly width: (range: Pick<Range, 'left' | 'right'>) => number
  readonly defaultHeight: number
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
  return {
    width: ({ left, right }) => {
      let width = 0
      for (let column = left; column <= right; column += 1) width += widthOf(column)
      return width * pointsPerWidth
    },
    defaultHeight: Number(attribute(format, 'defaultRowHeight')) || defaultHeight,
  }
}

/** Points a text takes in a cell `width` points wide, in a font of `size` points. */
export function heightOf(text: string, width: number, size: number): number {
  const room = Math.max(1, ((width - cellPadding) * slack) / size)
  const height = lineCount(text, room) * size * lineHeight + cellPadding
  return Math.ceil(height / pixel) * pixel
}

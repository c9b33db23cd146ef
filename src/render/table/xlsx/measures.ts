import type { Range } from '../../../office/reference.ts'
import { attribute, hasFlag, tags } from '../../../office/xml-text.ts'
import { displayWidth } from '../../width.ts'
import type { SheetXml } from './workbook.ts'

/** Of the font's size. Digits and letters of 仿宋 take half; of the fonts that stand in for it, mostly up to this. */
const narrow = 0.52

function widthOf(character: string, code: number): number {
  if (code < 0x80) return narrow
  const isChinese = code >= 0x2e80 && code < 0xd800
  return isChinese ? 1 : displayWidth(character) * narrow
}

// GB/T 15834: no line begins with one of these.
const closing = new Set('〕）》」』】〉］｝”’，。、；：！？·…—％‰')
/** Where programs break an address. */
const joints = new Set(['/', '?', '-'])

function isWordPart(character: string, code: number): boolean {
  return code > 0x20 && code < 0x2e80 && !joints.has(character)
}

function isBreak(before: string, after: string): boolean {
  if (closing.has(after)) return false
  return !(
    isWordPart(before, before.charCodeAt(0)) &&
    after.charCodeAt(0) > 0x20 &&
    after.charCodeAt(0) < 0x2e80
  )
}

/**
 * Lines a paragraph takes in `space` times its font's size. Words stay whole or fill lines by themselves, as in
 * LibreOffice; Excel, which breaks anywhere, needs no more.
 */
function paragraphLines(text: string, space: number): number {
  let [lines, used, word, before] = [1, 0, 0, '']
  for (const character of text) {
    const width = widthOf(character, character.charCodeAt(0))
    if (before !== '' && isBreak(before, character)) word = 0
    if (used + width > space && character !== ' ') {
      lines += 1
      used = word < used ? word : 0
      word = used
    }
    used += width
    word += width
    before = character
  }
  return lines
}

export function lineCount(text: string, space: number): number {
  if (text.length <= space && !text.includes('\n')) return 1
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, space), 0)
}

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
export interface CellSpace {
  readonly width: number
  /** Height that the cell has in other rows it is merged with. */
  readonly elsewhere: number
}

export interface Measures {
  /** The space a cell, or what it is merged with, has in the template beside the height of its own row. */
  readonly space: (range: Range) => CellSpace
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
    space: ({ left, right, top, bottom }) => ({
      width: sum(left, right, widthOf) * pointsPerWidth,
      elsewhere: sum(top + 1, bottom, heightAt),
    }),
    height: heightAt,
    defaultHeight: usual,
  }
}

/** Letters of the font's size that stand in one line. */
function lettersIn({ width }: CellSpace, size: number): number {
  return Math.max(1, ((width - cellPadding) * slack) / size)
}

export function isOneLine(text: string, space: CellSpace, size: number): boolean {
  return lineCount(text, lettersIn(space, size)) === 1
}

/** Points of its own row that a text needs in a font of `size` points. */
export function heightOf(text: string, space: CellSpace, size: number): number {
  const line = size * (/[^\n\x20-\x7E；]/.test(text) ? lineHeight : plainLineHeight)
  const height = lineCount(text, lettersIn(space, size)) * line + cellPadding - space.elsewhere
  return Math.max(0, Math.ceil(height / pixel) * pixel)
}

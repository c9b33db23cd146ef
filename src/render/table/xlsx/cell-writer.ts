import { escapeText } from '../../../office/xml-text.ts'
import { typeSizes } from '../page.ts'
import type { MarkedText } from './marked-text.ts'
import { type CellSpace, heightOf, highestRow, isOneLine } from './measures.ts'
import type { Styles } from './styles.ts'
import type { Lookup, Value } from './values.ts'

export interface MarkedCell {
  readonly letters: string
  readonly style: number
  readonly marked: MarkedText
  readonly space: CellSpace
  /** Its row is repeated, so that its text must fit whatever it is. */
  readonly isRepeated: boolean
}

export interface WrittenCell {
  readonly xml: string
  /** Points; 0 where the template's own height does. */
  readonly height: number
  /** Characters beyond what Excel can hold. */
  readonly lost: number
  readonly link?: string
}

export type WriteCell = (row: number, lookup: Lookup) => WrittenCell

const longestText = 32_767
const dayMs = 86_400_000
const daysTo1970 = 25_569
const daysTo1904 = 1_462

/** The day's number in Excel; undefined for one it counts wrongly (its 1900 has a 29 February) or not at all. */
function dayNumber({ date }: Value, isFrom1904: boolean): number | undefined {
  if (date === undefined || date < (isFrom1904 ? '1904-01-02' : '1900-03-01')) return undefined
  return Date.parse(date) / dayMs + daysTo1970 - (isFrom1904 ? daysTo1904 : 0)
}

function textOf({ pieces }: MarkedText, lookup: Lookup): string {
  return pieces.map((piece) => ('name' in piece ? (lookup(piece.name)?.text ?? '') : piece.text)).join('')
}

/** Without the attribute, blanks at the ends and line breaks are lost. */
function plainItem(text: string): string {
  const start = /^\s|\s$|\n/.test(text) ? '<t xml:space="preserve">' : '<t>'
  return `${start}${escapeText(text)}</t>`
}

function itemOf({ pieces }: MarkedText, lookup: Lookup): string {
  return pieces
    .map((piece) => ('name' in piece ? escapeText(lookup(piece.name)?.text ?? '') : piece.xml))
    .join('')
}

function shortened(text: string): string {
  if (text.length <= longestText) return text
  const isPair = /[\uD800-\uDBFF]/.test(text[longestText - 1] ?? '')
  return text.slice(0, isPair ? longestText - 1 : longestText)
}

/** A style is added to the book only when a cell needs it. */
function once<T extends number | boolean>(compute: () => T): () => T {
  let known: T | undefined
  return () => {
    known ??= compute()
    return known
  }
}

function numberCell(letters: string, row: number, number: number, style: number): WrittenCell {
  return { xml: `<c r="${letters}${row}" s="${style}"><v>${number}</v></c>`, height: 0, lost: 0 }
}

type Look = Pick<Value, 'isLong' | 'isCentred'>

/** The styles that a cell of the form is written in, each made when it is needed first. */
function looksOf({ style, isRepeated, marked }: MarkedCell, styles: Styles) {
  const size = marked.runSize ?? styles.fontSize(style)
  const text = once(() => (isRepeated ? styles.variant(style, { wrap: true }) : style))
  const literal = once(() => styles.variant(text(), { literal: true }))
  const small = once(() => styles.variant(text(), { size: typeSizes.longLink }))
  const centred = once(() => styles.variant(text(), { centred: true }))
  return {
    size,
    day: once(() => styles.variant(style, { day: true })),
    isWrapped: once(() => styles.isWrapped(text())),
    of(words: string, { isCentred = false }: Look, shownSize: number): number {
      if (/^[=+\-@]/.test(words)) return literal()
      if (isCentred) return centred()
      return shownSize === size ? text() : small()
    },
  }
}

export function cellWriter(cell: MarkedCell, styles: Styles, isFrom1904: boolean): WriteCell {
  const { letters, marked, isRepeated } = cell
  const looks = looksOf(cell, styles)
  const { size, isWrapped } = looks

  /** Smaller where it is a long address, or where its row could not be high enough for Excel. */
  function sizeOf(text: string, isLong: boolean): number {
    if (!marked.isPlain || !isRepeated || !isWrapped() || size <= typeSizes.longLink) return size
    return isLong || heightOf(text, cell.space, size) > highestRow ? typeSizes.longLink : size
  }

  function writeText(row: number, lookup: Lookup, look: Look): WrittenCell {
    const text = textOf(marked, lookup)
    if (text === '') return { xml: `<c r="${letters}${row}" s="${cell.style}"/>`, height: 0, lost: 0 }
    const shown = shortened(text)
    const lost = text.length - shown.length
    const item = lost > 0 || marked.isPlain ? plainItem(shown) : itemOf(marked, lookup)
    const shownSize = sizeOf(shown, look.isLong ?? false)
    const style = looks.of(text, look, shownSize)
    return {
      xml: `<c r="${letters}${row}" s="${style}" t="inlineStr"><is>${item}</is></c>`,
      height: isWrapped() ? heightOf(shown, cell.space, shownSize) : 0,
      lost,
    }
  }

  const whole = marked.isWhole ? marked.names[0] : undefined
  return (row, lookup) => {
    const value = whole === undefined ? undefined : lookup(whole)
    if (value?.number !== undefined) return numberCell(letters, row, value.number, cell.style)
    const day = value && dayNumber(value, isFrom1904)
    if (day !== undefined) return numberCell(letters, row, day, looks.day())
    const written = writeText(row, lookup, value ?? {})
    // LibreOffice prints a cell that is a link on one line and cuts the rest off.
    const isLinked = value?.link !== undefined && isOneLine(value.text, cell.space, size)
    return isLinked ? { ...written, link: value.link } : written
  }
}

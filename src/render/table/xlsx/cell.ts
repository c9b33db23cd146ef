import { cellName, columnLetters, type Range, rangeName, rangeOf } from '../../../office/reference.ts'
import { attribute, escapeText, withAttribute } from '../../../office/xml-text.ts'
import { typeSizes } from '../page.ts'
import { copiedFormula, growthsOf, type Home, insertedFormula, movedCell, rangesAfter } from './formula.ts'
import { type MarkedText, markedCell, plainText, textItem } from './marks.ts'
import { type CellSpace, heightOf, highestRow, isOneLine, type Measures } from './measures.ts'
import type { Styles } from './styles.ts'
import type { Lookup, Value, Values } from './values.ts'
import type { TemplateCell } from './workbook.ts'

interface MarkedCell {
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
  readonly link?: string
}

type Write = (row: number, lookup: Lookup, copy: number) => WrittenCell

const dayMs = 86_400_000
const daysTo1970 = { from1900: 25_569, from1904: 24_107 } as const

/** The day's number in Excel; undefined for one it counts wrongly (its 1900 has a 29 February) or not at all. */
function dayNumber({ date }: Value, isFrom1904: boolean): number | undefined {
  if (date === undefined || date < (isFrom1904 ? '1904-01-02' : '1900-03-01')) return undefined
  return Date.parse(date) / dayMs + daysTo1970[isFrom1904 ? 'from1904' : 'from1900']
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

/** A style is added to the book only when a cell needs it. */
function once<T extends number | boolean>(compute: () => T): () => T {
  let known: T | undefined
  return () => {
    known ??= compute()
    return known
  }
}

function numberCell(letters: string, row: number, number: number, style: number): WrittenCell {
  return { xml: `<c r="${letters}${row}" s="${style}"><v>${number}</v></c>`, height: 0 }
}

type CellLook = Pick<Value, 'isLong' | 'isCentred'>

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
    of(words: string, { isCentred = false }: CellLook, shownSize: number): number {
      if (/^[=+\-@]/.test(words)) return literal()
      if (isCentred) return centred()
      return shownSize === size ? text() : small()
    },
  }
}

function cellWriter(cell: MarkedCell, styles: Styles, isFrom1904: boolean): Write {
  const { letters, marked, isRepeated } = cell
  const { size, day: dayLook, isWrapped, of: lookOf } = looksOf(cell, styles)

  /** Smaller where it is a long address, or where its row could not be high enough for Excel. */
  function sizeOf(text: string, isLong: boolean): number {
    if (!marked.isPlain || !isRepeated || !isWrapped() || size <= typeSizes.longLink) return size
    return isLong || heightOf(text, cell.space, size) > highestRow ? typeSizes.longLink : size
  }

  function writeText(row: number, lookup: Lookup, look: CellLook): WrittenCell {
    const text = textOf(marked, lookup)
    if (text === '') return { xml: `<c r="${letters}${row}" s="${cell.style}"/>`, height: 0 }
    const item = marked.isPlain ? plainItem(text) : itemOf(marked, lookup)
    const shownSize = sizeOf(text, look.isLong ?? false)
    const style = lookOf(text, look, shownSize)
    return {
      xml: `<c r="${letters}${row}" s="${style}" t="inlineStr"><is>${item}</is></c>`,
      height: isWrapped() ? heightOf(text, cell.space, shownSize) : 0,
    }
  }

  const whole = marked.isWhole ? marked.names[0] : undefined
  return (row, lookup) => {
    const value = whole === undefined ? undefined : lookup(whole)
    if (value?.number !== undefined) return numberCell(letters, row, value.number, cell.style)
    const day = value && dayNumber(value, isFrom1904)
    if (day !== undefined) return numberCell(letters, row, day, dayLook())
    const written = writeText(row, lookup, value ?? {})
    // LibreOffice prints a cell that is a link on one line and cuts the rest off.
    const isLinked = value?.link !== undefined && isOneLine(value.text, cell.space, size)
    return isLinked ? { ...written, link: value.link } : written
  }
}

export interface SheetFacts {
  readonly strings: readonly string[]
  readonly styles: Styles
  readonly measures: Measures
  readonly isFrom1904: boolean
  readonly home: Home
  readonly merges: readonly Range[]
  readonly singles: Values
}

export interface CompiledCell {
  readonly column: number
  readonly style: number
  /** Of the markers in it. */
  readonly names: readonly string[]
  readonly write: Write
}

function formulaWriter(cell: TemplateCell, facts: SheetFacts, isRepeated: boolean): Write {
  const growths = growthsOf(facts.home.growths, facts.home.sheet)
  return (row, _, copy) => {
    const moved = { ...cell, tag: withAttribute(cell.tag, 'r', cellName({ row, column: cell.column })) }
    const xml = movedCell(moved, {
      text: (formula) =>
        isRepeated ? copiedFormula(formula, facts.home, copy) : insertedFormula(formula, facts.home),
      range(ranges) {
        const range = isRepeated ? rangeOf(ranges) : undefined
        return range ? rangeName({ ...range, top: row, bottom: row }) : rangesAfter(growths, ranges)
      },
    })
    return { xml, height: 0 }
  }
}

function staticWriter(cell: TemplateCell, height: number): Write {
  const start = withAttribute(cell.tag, 'r', undefined).slice('<c'.length)
  const rest = cell.inner === '' ? start.replace(/>$/, '/>') : `${start}${cell.inner}</c>`
  const letters = columnLetters(cell.column)
  return (row) => ({ xml: `<c r="${letters}${row}"${rest}`, height })
}

export function compileCell(
  cell: TemplateCell,
  row: number,
  isRepeated: boolean,
  facts: SheetFacts,
): CompiledCell {
  const { column } = cell
  const style = Number(attribute(cell.tag, 's') ?? 0)
  const merge = facts.merges.find(({ top, left }) => top === row && left === column)
  const space = facts.measures.space(merge ?? { left: column, right: column, top: row, bottom: row })
  const marked = markedCell(cell, facts.strings)
  if (marked !== undefined) {
    const letters = columnLetters(column)
    const write = cellWriter({ letters, style, marked, space, isRepeated }, facts.styles, facts.isFrom1904)
    return { column, style, names: marked.names, write }
  }
  if (/<f[\s/>]/.test(cell.inner)) {
    return { column, style, names: [], write: formulaWriter(cell, facts, isRepeated) }
  }
  const text = plainText(textItem(cell, facts.strings) ?? '')
  const isGrowing = isRepeated && text !== '' && facts.styles.isWrapped(style)
  const height = isGrowing ? heightOf(text, space, facts.styles.fontSize(style)) : 0
  return { column, style, names: [], write: staticWriter(cell, height) }
}

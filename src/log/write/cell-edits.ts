import type { NumberStyle } from '../book/number-style.ts'
import { cellName } from '../book/reference.ts'
import type { CellSpan, RowSpan, SheetSpans } from './sheet-spans.ts'
import { attributeOf, type TextEdit, withoutAttributes, type XmlTag } from './xml-tags.ts'

export interface WantedCell {
  readonly column: number
  readonly text: string
}

export interface OpenSheet {
  readonly xml: string
  readonly prefix: string
  readonly spans: SheetSpans
  readonly styles: readonly NumberStyle[]
}

const showsDates: readonly (NumberStyle['kind'] | undefined)[] = ['date', 'month']

/** A number; in a cell that would show it as a day, the same as text. */
function cellXml(attributes: string, text: string, { prefix, styles }: OpenSheet): string {
  const style = Number(/\ss\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? 0)
  const element = (name: string, more: string, inside: string): string =>
    `<${prefix}${name}${more}>${inside}</${prefix}${name}>`
  if (text === '') return `<${prefix}c${attributes}/>`
  if (!showsDates.includes(styles[style]?.kind)) return element('c', attributes, element('v', '', text))
  return element('c', `${attributes} t="inlineStr"`, element('is', '', element('t', '', text)))
}

// cm and vm point at what a computed cell is besides its value.
const ofOldValue = 't|cm|vm'

function replacement(
  { tag, contentEnd, end }: CellSpan,
  text: string,
  sheet: OpenSheet,
): readonly TextEdit[] {
  const isBlank = sheet.xml.slice(tag.end, contentEnd).trim() === ''
  if (text === '' && isBlank) return []
  const attributes = withoutAttributes(tag.attributes, ofOldValue).trimEnd()
  return [{ start: tag.start, end, text: cellXml(attributes, text, sheet) }]
}

/** A cell that is not there looks as its row does, or else as its column. */
function styleAt(row: XmlTag, column: number, { columns }: SheetSpans): string | undefined {
  const isRowStyled = ['1', 'true'].includes(attributeOf(row, 'customFormat') ?? '')
  if (isRowStyled) return attributeOf(row, 's')
  const own = columns.find(
    (col) => Number(attributeOf(col, 'min')) <= column + 1 && Number(attributeOf(col, 'max')) >= column + 1,
  )
  return own && attributeOf(own, 'style')
}

function insertion(span: RowSpan, { column, text }: WantedCell, sheet: OpenSheet): readonly TextEdit[] {
  const { row, tag, insertAt } = span
  if (text === '') return []
  const style = styleAt(tag, column, sheet.spans)
  const attributes = ` r="${cellName({ row, column })}"${style === undefined ? '' : ` s="${style}"`}`
  return [{ start: insertAt, end: insertAt, text: cellXml(attributes, text, sheet) }]
}

export function serialEdits(span: RowSpan, wanted: WantedCell, sheet: OpenSheet): readonly TextEdit[] {
  return span.cell ? replacement(span.cell, wanted.text, sheet) : insertion(span, wanted, sheet)
}

/** The formula goes, the value it had stays. */
export function frozen({ tag, formula }: CellSpan): readonly TextEdit[] {
  if (!formula) return []
  const start = tag.end - 1 - tag.attributes.length
  const attributes = withoutAttributes(tag.attributes, 'cm')
  return [
    { start, end: tag.end - 1, text: attributes },
    { start: formula.tag.start, end: formula.end, text: '' },
  ]
}

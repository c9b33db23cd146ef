import { day, daysBetween, parseIsoDate } from '../model/date.ts'
import type { NumberStyle } from '../office/number-format.ts'
import { cellName, isIn, type Range } from '../office/reference.ts'
import { escapeText } from '../office/xml-text.ts'
import { attributeOf, walkTags, type XmlTag } from '../office/xml-walk.ts'
import type { RowSpan, SheetCellSpan, SheetSpans } from './sheet-spans.ts'

export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly text: string
}

export function edited(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = []
  let at = 0
  for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return pieces.join('') + text.slice(at)
}

/** All that stands in a tag behind its name, as it is written: what is kept of it keeps its quotes and its order. */
function writtenAttributes(xml: string, tag: XmlTag): TextEdit {
  const whole = xml.slice(tag.start, tag.end)
  const [name = ''] = /^<[^\s/>]+/.exec(whole) ?? []
  const end = tag.end - (tag.isEmpty ? 2 : 1)
  return { start: tag.start + name.length, end, text: xml.slice(tag.start + name.length, end) }
}

function withoutAttributes(attributes: string, names: string): string {
  return attributes.replace(new RegExp(`\\s+(?:${names})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'), '')
}

export interface WantedCell {
  readonly column: number
  readonly text: string
  readonly like?: number
  /** Of a repair, which leaves what is computed to its formula. */
  readonly isRepair?: boolean
}

export interface OpenSheet {
  readonly xml: string
  readonly spans: SheetSpans
  readonly styles: readonly NumberStyle[]
  readonly is1904: boolean
  /** What formulas fill that stand in one cell for several. */
  readonly arrays: readonly Range[]
}

const showsDates: readonly (NumberStyle['kind'] | undefined)[] = ['date', 'month']

/** The part is held byte by byte, in whatever encoding it has. */
function asciiXml(text: string): string {
  return escapeText(text).replace(/[^ -~]/gu, (sign) => `&#${sign.codePointAt(0)};`)
}

/** A day in a cell that shows days is one, to be sorted and reckoned with; nothing else is a number there. */
function numberIn(kind: NumberStyle['kind'] | undefined, text: string, is1904: boolean): string | undefined {
  if (!showsDates.includes(kind)) return /^\d+$/.test(text) ? text : undefined
  const date = kind === 'date' ? parseIsoDate(text) : undefined
  return date && String(daysBetween(day(is1904 ? '1904-01-01' : '1899-12-30'), date))
}

/** A number; a heading, or what its cell would show as a day, as text. */
function cellXml(attributes: string, text: string, { spans: { prefix }, styles, is1904 }: OpenSheet): string {
  const style = Number(/\ss\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? 0)
  const element = (name: string, more: string, inside: string): string =>
    `<${prefix}${name}${more}>${inside}</${prefix}${name}>`
  if (text === '') return `<${prefix}c${attributes}/>`
  const number = numberIn(styles[style]?.kind, text, is1904)
  if (number !== undefined) return element('c', attributes, element('v', '', number))
  return element('c', `${attributes} t="inlineStr"`, element('is', '', element('t', '', asciiXml(text))))
}

// cm and vm point at what a computed cell is besides its value.
const ofOldValue = 't|cm|vm'

function replacement(
  { tag, contentEnd, end }: SheetCellSpan,
  text: string,
  sheet: OpenSheet,
): readonly TextEdit[] {
  const isBlank = sheet.xml.slice(tag.end, contentEnd).trim() === ''
  if (text === '' && isBlank) return []
  const attributes = withoutAttributes(writtenAttributes(sheet.xml, tag).text, ofOldValue).trimEnd()
  return [{ start: tag.start, end, text: cellXml(attributes, text, sheet) }]
}

/** A cell that is not there looks as its row does, or else as its column. */
function styleAt(row: XmlTag, column: number, { columns }: SheetSpans): string | undefined {
  const isRowStyled = ['1', 'true'].includes(attributeOf(row, 'customFormat') ?? '')
  if (isRowStyled) return attributeOf(row, 's')
  const own = columns.find(
    (col) => Number(attributeOf(col, 'min')) <= column && Number(attributeOf(col, 'max')) >= column,
  )
  return own && attributeOf(own, 'style')
}

/** A row may tell where its cells begin and end, to be read sooner; telling it wrong is worse than not at all. */
function withoutSpans(tag: XmlTag, column: number, xml: string): readonly TextEdit[] {
  const last = Number(/:(\d+)$/.exec(attributeOf(tag, 'spans') ?? '')?.[1] ?? Infinity)
  if (column <= last) return []
  const written = writtenAttributes(xml, tag)
  return [{ ...written, text: withoutAttributes(written.text, 'spans') }]
}

function insertion(span: RowSpan, { column, text }: WantedCell, sheet: OpenSheet): readonly TextEdit[] {
  const { row, tag, insertAt, likeTag } = span
  if (text === '') return []
  const style = likeTag ? attributeOf(likeTag, 's') : styleAt(tag, column, sheet.spans)
  const attributes = ` r="${cellName({ row, column })}"${style === undefined ? '' : ` s="${style}"`}`
  return [
    ...withoutSpans(tag, column, sheet.xml),
    { start: insertAt, end: insertAt, text: cellXml(attributes, text, sheet) },
  ]
}

/** What is computed, and words that a format adds, stand elsewhere than in the cell. */
export function isOutOfReach(span: RowSpan, wanted: WantedCell, { arrays, styles }: OpenSheet): boolean {
  const { cell } = span
  if (!wanted.isRepair || !cell) return false
  const isComputed = cell.formula !== undefined || arrays.some((range) => isIn(range, cell))
  return isComputed || styles[Number(attributeOf(cell.tag, 's') ?? 0)]?.kind === 'worded'
}

export function cellEdits(span: RowSpan, wanted: WantedCell, sheet: OpenSheet): readonly TextEdit[] {
  return span.cell ? replacement(span.cell, wanted.text, sheet) : insertion(span, wanted, sheet)
}

/** The formula goes, the value it had stays. */
export function frozen({ tag, formula }: SheetCellSpan, xml: string): readonly TextEdit[] {
  if (!formula) return []
  const written = writtenAttributes(xml, tag)
  return [
    { ...written, text: withoutAttributes(written.text, 'cm') },
    { start: formula.tag.start, end: formula.end, text: '' },
  ]
}

/** Of the workbook, whose formulas are computed when it is opened. */
export function askingToCompute(workbook: string): string {
  const edits: TextEdit[] = []
  walkTags(workbook, {
    open(tag) {
      if (tag.name !== 'calcPr' || /^(?:1|true)$/.test(attributeOf(tag, 'fullCalcOnLoad') ?? '')) return
      const written = writtenAttributes(workbook, tag)
      const others = withoutAttributes(written.text, 'fullCalcOnLoad').trimEnd()
      edits.push({ ...written, text: `${others} fullCalcOnLoad="1"` })
    },
  })
  return edited(workbook, edits)
}

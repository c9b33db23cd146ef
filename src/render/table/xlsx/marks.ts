import { isIn, rangeOf } from '../../../office/reference.ts'
import { attribute, elements, escapeText, unescapeText } from '../../../office/xml-text.ts'
import { markerPattern } from '../markers.ts'
import { mapReferences } from './formula.ts'
import { caseNames, typeNames } from './values.ts'
import {
  formulaOf,
  type TemplateBook,
  type TemplateCell,
  type TemplateRow,
  type TemplateSheet,
} from './workbook.ts'

/** XML as it stands with the text it shows, or the name of a marker to be replaced by a text. */
export type MarkedPiece = { readonly xml: string; readonly text: string } | { readonly name: string }

export interface MarkedText {
  readonly pieces: readonly MarkedPiece[]
  readonly names: readonly string[]
  /** Nothing but one marker: what fills it may be a number or a date. */
  readonly isWhole: boolean
  /** Without runs: the whole text looks as the cell does. */
  readonly isPlain: boolean
  /** The largest font size among its runs, in points; undefined where the cell's own style says it. */
  readonly runSize: number | undefined
}

interface MarkerSpan {
  readonly start: number
  readonly end: number
  readonly name: string
  /** Where the name begins: LibreOffice sets the braces and the Chinese between them in different fonts. */
  readonly nameAt: number
}

interface Run {
  readonly open: string
  readonly text: string
  readonly close: string
}

const phonetic = /<rPh\b[\s\S]*?<\/rPh>|<phoneticPr\b[^>]*?\/>/g

export function plainText(item: string): string {
  return elements(item.replace(phonetic, ''), 't')
    .map(({ inner }) => unescapeText(inner))
    .join('')
}

function runsOf(item: string): readonly Run[] {
  const runs = elements(item.replace(phonetic, ''), 'r')
  if (runs.length === 0) return [{ open: '', text: plainText(item), close: '' }]
  return runs.map(({ inner }) => ({
    open: `<r>${elements(inner, 'rPr')[0]?.whole ?? ''}`,
    text: plainText(inner),
    close: '</r>',
  }))
}

function spansOf(text: string): readonly MarkerSpan[] {
  return [...text.matchAll(markerPattern)].map(({ index, 0: whole, 1: name = '' }) => ({
    start: index,
    end: index + whole.length,
    name,
    nameAt: index + Math.max(0, whole.indexOf(name, 1)),
  }))
}

function markup(xml: string): MarkedPiece {
  return { xml, text: '' }
}

function literals(text: string): readonly MarkedPiece[] {
  return text === '' ? [] : [{ xml: escapeText(text), text }]
}

/** A run without a word of its own goes. */
function runPieces(
  { open, text, close }: Run,
  offset: number,
  spans: readonly MarkerSpan[],
): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  let at = 0
  for (const { start, end, name, nameAt } of spans) {
    const [from, to] = [Math.max(0, start - offset), Math.min(text.length, end - offset)]
    if (to <= 0 || from >= text.length) continue
    pieces.push(...literals(text.slice(at, from)))
    if (nameAt >= offset && nameAt < offset + text.length) pieces.push({ name })
    at = to
  }
  pieces.push(...literals(text.slice(at)))
  if (pieces.length === 0) return []
  return [markup(`${open}<t xml:space="preserve">`), ...pieces, markup(`</t>${close}`)]
}

/** `item` is what stands in an si or is element; undefined without a marker in it. */
export function markedText(item: string): MarkedText | undefined {
  const runs = runsOf(item)
  const text = runs.map((run) => run.text).join('')
  const spans = spansOf(text)
  if (spans.length === 0) return undefined
  let offset = 0
  const pieces = runs.flatMap((run) => {
    offset += run.text.length
    return runPieces(run, offset - run.text.length, spans)
  })
  const sizes = [...item.matchAll(/<sz val="([\d.]+)"/g)].map((match) => Number(match[1]))
  return {
    pieces,
    names: spans.map(({ name }) => name),
    isWhole: spans.length === 1 && text.replace(markerPattern, '').trim() === '',
    isPlain: runs.every(({ open }) => open === ''),
    runSize: sizes.length === 0 ? undefined : Math.max(...sizes),
  }
}

export type MarkedRowKind = 'case' | 'type'

export interface MarkedRow {
  readonly row: number
  readonly kind: MarkedRowKind
}

/** The XML of a text cell's text; undefined for numbers, formulas and the rest. */
export function textItem(cell: TemplateCell, strings: readonly string[]): string | undefined {
  const type = attribute(cell.tag, 't')
  if (type === 's') return strings[Number(elements(cell.inner, 'v')[0]?.inner)]
  return type === 'inlineStr' ? elements(cell.inner, 'is')[0]?.inner : undefined
}

export function markedCell(cell: TemplateCell, strings: readonly string[]): MarkedText | undefined {
  const item = textItem(cell, strings)
  return item === undefined ? undefined : markedText(item)
}

export function namesIn(row: TemplateRow, strings: readonly string[]): readonly string[] {
  return row.cells.flatMap((cell) => markedCell(cell, strings)?.names ?? [])
}

export function markedRows(sheet: TemplateSheet, workbook: TemplateBook): readonly MarkedRow[] {
  return sheet.xml.rows.flatMap((row) => {
    const names = namesIn(row, workbook.strings)
    const kinds: MarkedRowKind[] = []
    if (names.some((name) => caseNames.includes(name))) kinds.push('case')
    if (names.some((name) => typeNames.includes(name))) kinds.push('type')
    return kinds.map((kind) => ({ row: row.row, kind }))
  })
}

/** Functions that count a text; COUNT and SUM pass it over. */
const countsTexts = /\b(?:COUNTA|COUNTIFS?|COUNTBLANK|SUMPRODUCT)\s*\(/i

/** The markers of the case row that stand in a column such a function covers, on whatever sheet it is. */
export function countedMarkers(workbook: TemplateBook): ReadonlySet<string> {
  const counted = new Set<string>()
  const formulas = workbook.sheets.flatMap((home) =>
    home.xml.rows.flatMap(({ cells }) =>
      cells
        .flatMap((cell) => ({ home, text: formulaOf(cell) ?? '' }))
        .filter(({ text }) => countsTexts.test(text)),
    ),
  )
  for (const sheet of workbook.sheets) {
    const marked = markedRows(sheet, workbook).find(({ kind }) => kind === 'case')
    const cells = sheet.xml.rows.find(({ row }) => row === marked?.row)?.cells ?? []
    const note = (reference: string): void => {
      const range = rangeOf(reference)
      const covered = cells.filter(({ column }) => range && isIn(range, { row: marked?.row ?? 0, column }))
      for (const cell of covered)
        for (const name of markedCell(cell, workbook.strings)?.names ?? []) counted.add(name)
    }
    for (const { home, text } of formulas)
      mapReferences(text, (reference) => {
        if ((reference.sheet ?? home.name).toLowerCase() === sheet.name.toLowerCase()) note(reference.cells)
        return reference.cells
      })
  }
  return counted
}

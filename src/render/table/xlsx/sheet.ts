import { cellName, placeOf } from '../../../office/reference.ts'
import {
  attribute,
  eachElement,
  elements,
  escapeXml,
  unescapeXml,
  withAttribute,
} from '../../../office/xml-text.ts'
import { copied } from './formula.ts'

interface FormulaMove {
  readonly text: (formula: string) => string
  /** The cells an array formula fills. */
  readonly range: (ranges: string) => string
}

/** What another file's cell held last is all there is of it: it cannot be computed anew. */
function isExternal(formula: string): boolean {
  return /\[\d+\]/.test(formula)
}

/** A cell's formula moved and its last result forgotten, so that every program computes it from the new rows. */
export function movedCell(cell: { readonly tag: string; readonly inner: string }, move: FormulaMove): string {
  let isStale = false
  const inner = eachElement(cell.inner, 'f', ({ tag, inner: formula }) => {
    isStale ||= !isExternal(formula)
    const range = attribute(tag, 'ref')
    const start = range === undefined ? tag : withAttribute(tag, 'ref', move.range(range))
    return `${start.replace(/\s*\/?>$/, '>')}${escapeXml(move.text(unescapeXml(formula)))}</f>`
  })
  if (!isStale) return `${cell.tag}${inner}</c>`
  return `${withAttribute(cell.tag, 't', undefined)}${eachElement(inner, 'v', () => '')}</c>`
}

export interface TemplateCell {
  readonly column: number
  /** The start tag, `<c …>`. */
  readonly tag: string
  readonly inner: string
}

export interface TemplateRow {
  readonly row: number
  readonly tag: string
  readonly cells: readonly TemplateCell[]
}

export interface SheetXml {
  readonly head: string
  readonly rows: readonly TemplateRow[]
  readonly tail: string
}

interface SharedFormula {
  readonly text: string
  readonly row: number
  readonly column: number
}

type SharedFormulas = Map<string, SharedFormula>

/** Every cell with a formula of its own: a shared one could not be moved apart. */
function ownFormula(inner: string, cell: Omit<SharedFormula, 'text'>, shared: SharedFormulas): string {
  return eachElement(inner, 'f', (formula) => {
    const id = attribute(formula.tag, 'si')
    if (attribute(formula.tag, 't') !== 'shared' || id === undefined) return formula.whole
    const master = shared.get(id) ?? { ...cell, text: unescapeXml(formula.inner) }
    shared.set(id, master)
    const text = copied(master.text, cell.row - master.row, cell.column - master.column)
    return `<f>${escapeXml(text)}</f>`
  })
}

function open(tag: string): string {
  return tag.replace(/\s*\/?>$/, '>')
}

function parseCells(xml: string, row: number, shared: SharedFormulas): readonly TemplateCell[] {
  let column = 0
  return elements(xml, 'c').map(({ tag, inner }) => {
    column = placeOf(attribute(tag, 'r') ?? '')?.column ?? column + 1
    const start = withAttribute(open(tag), 'r', cellName({ row, column }))
    return { column, tag: start, inner: ownFormula(inner, { row, column }, shared) }
  })
}

function parseRows(xml: string): readonly TemplateRow[] {
  const shared: SharedFormulas = new Map()
  let row = 0
  return elements(xml, 'row').map(({ tag, inner }) => {
    row = Number(attribute(tag, 'r') ?? row + 1)
    return { row, tag: withAttribute(open(tag), 'r', row), cells: parseCells(inner, row, shared) }
  })
}

export function parseSheet(xml: string): SheetXml {
  const data = /<sheetData\s*(?:\/>|>([\s\S]*)<\/sheetData\s*>)/.exec(xml)
  if (data === null) return { head: xml, rows: [], tail: '' }
  return {
    head: xml.slice(0, data.index),
    rows: parseRows(data[1] ?? ''),
    tail: xml.slice(data.index + data[0].length),
  }
}

export function formulaOf(cell: TemplateCell): string | undefined {
  const formula = elements(cell.inner, 'f')[0]
  return formula && unescapeXml(formula.inner)
}

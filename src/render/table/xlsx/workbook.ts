import {
  contentType,
  isSigned,
  partText,
  type Relations,
  relationOfType,
  relationsOf,
} from '../../../office/package.ts'
import { cellName, placeOf } from '../../../office/reference.ts'
import {
  attribute,
  eachElement,
  elements,
  escapeXml,
  hasFlag,
  tags,
  unescapeXml,
  withAttribute,
} from '../../../office/xml-text.ts'
import type { Parts } from '../../../office/zip.ts'
import type { Refusal } from '../format.ts'
import { templateParts } from '../template.ts'
import { copied } from './formula.ts'

export interface TemplateSheet {
  readonly name: string
  readonly part: string
  readonly xml: SheetXml
  /** Pre-printed rows that the cases take the place of. */
  readonly removed: readonly number[]
  readonly relations: Relations
}

export interface TemplateBook {
  readonly bytes: Uint8Array
  readonly parts: Parts
  readonly part: string
  readonly xml: string
  readonly relations: Relations
  readonly sheets: readonly TemplateSheet[]
  readonly stringsPart: string | undefined
  /** What stands in each `si` element. */
  readonly strings: readonly string[]
  readonly stylesPart: string
  readonly isFrom1904: boolean
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
const again = '请用 Excel 或 WPS 打开它，另存为“Excel 工作簿（*.xlsx）”，再作为模板。'
const unreadable: Refusal = { message: '模板不是可用的 .xlsx 文件（或已加密、已损坏）', remedy: again }

function kindFault(parts: Parts, part: string): Refusal | undefined {
  const type = contentType(parts, part)
  if (type === workbookType) return undefined
  if (type?.includes('macroEnabled')) return { message: '模板含有宏，填写后的 .xlsx 不能带宏', remedy: again }
  if (type?.includes('template')) return { message: '模板是 Excel 模板格式（.xltx）', remedy: again }
  return unreadable
}

function formFault(parts: Parts, part: string): Refusal | undefined {
  if (isSigned(parts))
    return { message: '模板带有数字签名，填写会使签名失效', remedy: '请先在 Excel 中删去签名，再作为模板。' }
  const xml = partText(parts, part) ?? ''
  if (xml.includes('http://purl.oclc.org/ooxml/')) {
    return { message: '模板是“Strict Open XML”格式', remedy: again }
  }
  return undefined
}

function readSheets(parts: Parts, xml: string, relations: Relations): readonly TemplateSheet[] {
  return tags(xml, 'sheet').flatMap((tag): readonly TemplateSheet[] => {
    const id = /\s[\w.-]+:id="([^"]*)"/.exec(tag)?.[1]
    const link = relations.get(id ?? '')
    if (link?.type !== 'worksheet') return []
    return [
      {
        name: attribute(tag, 'name') ?? '',
        part: link.target,
        removed: [],
        xml: parseSheet(partText(parts, link.target) ?? ''),
        relations: relationsOf(parts, link.target),
      },
    ]
  })
}

export function openWorkbook(
  bytes: Uint8Array,
): { readonly form: TemplateBook } | { readonly refusal: Refusal } {
  const parts = templateParts(bytes, unreadable)
  if ('refusal' in parts) return parts
  const part = relationOfType(relationsOf(parts, ''), 'officeDocument')?.target
  if (part === undefined) return { refusal: unreadable }
  const refusal = kindFault(parts, part) ?? formFault(parts, part)
  if (refusal !== undefined) return { refusal }
  const xml = partText(parts, part) ?? ''
  const relations = relationsOf(parts, part)
  const stylesPart = relationOfType(relations, 'styles')?.target
  if (stylesPart === undefined || !parts.has(stylesPart)) return { refusal: unreadable }
  const stringsPart = relationOfType(relations, 'sharedStrings')?.target
  const strings = stringsPart === undefined ? '' : (partText(parts, stringsPart) ?? '')
  const form = {
    bytes,
    parts,
    part,
    xml,
    relations,
    sheets: readSheets(parts, xml, relations),
    stringsPart,
    strings: elements(strings, 'si').map(({ inner }) => inner),
    stylesPart,
    isFrom1904: hasFlag(tags(xml, 'workbookPr')[0] ?? '', 'date1904'),
  }
  return { form }
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

function parseSheet(xml: string): SheetXml {
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

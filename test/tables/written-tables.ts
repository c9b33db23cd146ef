import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { parseDocument } from 'htmlparser2'
import { marked } from 'marked'
import type { ReportDocument } from '../../src/model/documents/report.ts'
import { readPdf, tableOn } from './pdf-files.ts'

/** The form below its heading; of what spans all nine cells only the words. */
export type Rows = readonly (readonly string[])[]

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: object }>

function elements(nodes: readonly Node[], name: string): readonly Element[] {
  return nodes.flatMap((node) => {
    if (!('children' in node)) return []
    const inside = elements(node.children, name)
    return 'attribs' in node && node.name === name ? [node, ...inside] : inside
  })
}

function textOf(node: Node): string {
  if ('attribs' in node && /^(?:w:)?br$/.test(node.name)) return '\n'
  if ('children' in node) return node.children.map(textOf).join('')
  return 'data' in node ? node.data : ''
}

function withoutSpan(row: readonly string[]): readonly string[] {
  const said = row.filter((cell) => cell !== '')
  return said.length === 1 ? said : row
}

/** Paper shows each link of a cell on a line of its own. */
function onOneLine(rows: Rows): Rows {
  return rows.map((row) => row.map((cell) => cell.replaceAll('；\n', '；')))
}

function rowsBelowHeading(rows: Rows): Rows {
  const start = rows.findIndex(([first]) => first === '序号') + 1
  const end = rows.findIndex(([first], at) => at >= start && first?.startsWith('注：'))
  return rows.slice(start, end < 0 ? rows.length : end).map(withoutSpan)
}

function htmlRows(html: string): Rows {
  const [table] = elements(parseDocument(html).children, 'table')
  const rows = elements(table ? [table] : [], 'tr')
  return rows.map((row) => row.children.filter((cell) => 'attribs' in cell).map(textOf))
}

function wordRows(bytes: Uint8Array): Rows {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  const { children } = parseDocument(xml, { xmlMode: true })
  return elements(children, 'w:tr').map((row) => elements(row.children, 'w:tc').map(textOf))
}

function workbookRows(bytes: Uint8Array): Rows {
  const [sheet = {}] = Object.values(read(bytes, { cellDates: true, UTC: true }).Sheets)
  const rows = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, defval: '', UTC: true })
  const text = (cell: unknown) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))
  return rows.map((row) => row.map(text))
}

function csvRows(text: string): Rows {
  const records: string[][] = parse(text, { bom: true })
  return records.map((cells) => cells.map((cell) => cell.replace(/^'(?='*(?:[=+@＝＋＠]|[-－]\S))/, '')))
}

/** Of wrapped and of broken cells each further line leaves 序号 and 案件类型 blank. */
function screenRows(text: string): Rows {
  const rows: string[][] = []
  for (const line of text.split('\n').filter((one) => one.startsWith('│'))) {
    const cells = line.split('│').slice(1, -1)
    const isMore = cells.length > 2 && !cells.slice(0, 2).some((cell) => cell.trim() !== '')
    if (isMore) rows.push((rows.pop() ?? []).map((cell, at) => `${cell}\n${cells[at]?.trim()}`))
    else rows.push(cells.map((cell) => cell.trim()))
  }
  return rows
}

function wordsFor(type: string, words: string): readonly string[] {
  return ['', type, words, '', '', '', '', '', '']
}

function jsonRows(text: string): Rows {
  const { sections, leftOut }: ReportDocument = JSON.parse(text)
  const faulty = leftOut.filter(({ reason }) => reason === 'rule')
  const types: readonly (string | null)[] = sections.map(({ type }) => type)
  const untyped = faulty.filter(({ type }) => !types.includes(type)).length
  const rows = sections.flatMap((section): Rows => {
    const cases = section.rows.map(({ source, ...row }) =>
      Object.values(row).map((cell) => String(cell ?? '')),
    )
    const missing = faulty.filter(({ type }) => type === section.type).length
    if (missing > 0) return [...cases, wordsFor(section.type, `未列入 ${missing} 件`)]
    return cases.length > 0 ? cases : [wordsFor(section.type, untyped > 0 ? '已读台账无' : '无')]
  })
  if (untyped > 0) return [...rows, [`另有 ${untyped} 件案件类型不明，未列入`]]
  const isNil = faulty.length === 0 && sections.every((section) => section.rows.length === 0)
  return isNil ? [['本期无案件'], ...rows] : rows
}

async function paperRows(bytes: Uint8Array): Promise<Rows> {
  const pages = await readPdf(bytes)
  const shown = (cell: string) =>
    cell.replace(/\[U\+([0-9A-F]+)\]/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
  return pages.flatMap((page) => tableOn(page).rows.map((row) => withoutSpan(row.map(shown))))
}

const utf8 = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Each format as another program reads it. */
export const readers: Readonly<Record<string, (bytes: Uint8Array) => Rows | Promise<Rows>>> = {
  json: (bytes) => jsonRows(utf8(bytes)),
  csv: (bytes) => rowsBelowHeading(csvRows(utf8(bytes))),
  md: (bytes) => rowsBelowHeading(htmlRows(marked.parse(utf8(bytes), { async: false }))),
  html: (bytes) => onOneLine(rowsBelowHeading(htmlRows(utf8(bytes)))),
  xlsx: (bytes) => onOneLine(rowsBelowHeading(workbookRows(bytes))),
  docx: (bytes) => onOneLine(rowsBelowHeading(wordRows(bytes))),
  txt: (bytes) => rowsBelowHeading(screenRows(utf8(bytes))),
  pdf: paperRows,
}

import { Parser } from 'htmlparser2'
import { limits } from '../../model/limits.ts'
import type { Attributes, XmlEnd } from '../../office/xml-walk.ts'
import type { Refused } from '../refusal.ts'
import type { Book } from '../row.ts'
import { createDocument, type DocumentBuilder } from './document.ts'

export function pageText(bytes: Uint8Array): string | undefined {
  for (const encoding of encodingsOf(bytes)) {
    const text = decode(bytes, encoding)
    if (text !== undefined) return text
  }
  return undefined
}

const searchedForCharset = 4096

/** UTF-8 is never mistaken for another; a page's own word is often wrong, and needed only against Big5. */
function encodingsOf(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le']
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be']
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, searchedForCharset))
  if (start.includes('\0')) return [start.startsWith('\0') ? 'utf-16be' : 'utf-16le']
  return ['utf-8', /(?:charset|encoding)\s*=\s*["']?\s*big5/i.test(start) ? 'big5' : 'gb18030']
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function readPage(text: string): Book | Refused {
  const document = createDocument()
  const end = readTables(text, document)
  const sheets = document.sheets()
  if (typeof sheets === 'string') return { refused: sheets }
  if (end !== 'whole') return { refused: end }
  return sheets.length === 0 ? { refused: 'no-table' } : { isDocument: true, sheets, skipped: [] }
}

const pieceLength = 1 << 16

/** damaged: the page breaks off inside a table. */
function readTables(text: string, document: DocumentBuilder): XmlEnd {
  const walker = createPageWalker(document)
  let depth = 0
  const parser: Parser = new Parser({
    onopentag(name, attributes) {
      depth++
      if (depth > limits.nesting.most) parser.pause()
      walker.open(name, attributes)
    },
    ontext: walker.text,
    onclosetag(name) {
      depth--
      walker.close(name)
    },
  })
  for (let start = 0; start < text.length && depth <= limits.nesting.most; start += pieceLength) {
    if (document.exceeded()) break
    parser.write(text.slice(start, start + pieceLength))
  }
  if (depth > limits.nesting.most) return 'nesting'
  const isWhole = !walker.isInTable()
  parser.end()
  return isWhole ? 'whole' : 'damaged'
}

const blocks: ReadonlySet<string> = new Set([
  ...['p', 'div', 'br', 'hr', 'li', 'ul', 'ol', 'pre', 'center', 'caption', 'section', 'article', 'header'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
])

const ends: ReadonlySet<string> = new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot', 'table'])

const skipped: ReadonlySet<string> = new Set(['script', 'style', 'title', 'xml'])

interface OpenTable {
  isRowOpen: boolean
  cell: Attributes | undefined
}

function createPageWalker(document: DocumentBuilder) {
  const tables: OpenTable[] = []
  let skippedDepth = 0
  return {
    isInTable: () => tables.length > 0,
    open(name: string, attributes: Attributes): void {
      const table = tables.at(-1)
      if (skipped.has(name)) skippedDepth++
      else if (blocks.has(name)) document.endParagraph()
      else if (name === 'a') openLink(document, attributes)
      else if (name === 'table') {
        tables.push({ isRowOpen: false, cell: undefined })
        document.openTable()
      } else if (table) openPart(document, table, { name, attributes })
    },
    text(text: string): void {
      if (skippedDepth === 0) document.write(text.replace(/[ \t\r\n\f]+/g, ' ').replaceAll('\u00a0', ' '))
    },
    close(name: string): void {
      if (skipped.has(name)) skippedDepth--
      else if (blocks.has(name)) document.endParagraph()
      else closePart(document, tables, name)
    },
  }
}

function openLink(document: DocumentBuilder, { href = '' }: Attributes): void {
  const address = href.trim()
  const isElsewhere = address !== '' && !address.startsWith('#') && !/^javascript:/i.test(address)
  if (isElsewhere) document.link(address)
}

interface Tag {
  readonly name: string
  readonly attributes: Attributes
}

/** A cell, row or section ends the cell before it, whether its end is written out or not. */
function openPart(document: DocumentBuilder, table: OpenTable, { name, attributes }: Tag): void {
  if (!ends.has(name)) return
  closeCell(document, table)
  const isCell = name === 'td' || name === 'th'
  if (name === 'tr' || (isCell && !table.isRowOpen)) document.openRow()
  table.isRowOpen = name === 'tr' || isCell
  if (!isCell) return
  table.cell = attributes
  document.openCell()
}

function closePart(document: DocumentBuilder, tables: OpenTable[], name: string): void {
  const table = tables.at(-1)
  if (!table || !ends.has(name)) return
  closeCell(document, table)
  if (name === 'tr') table.isRowOpen = false
  if (name !== 'table') return
  tables.pop()
  document.closeTable()
}

function closeCell(document: DocumentBuilder, table: OpenTable): void {
  if (!table.cell) return
  const { colspan, rowspan } = table.cell
  const rows = rowspan === '0' ? mostRows : spanOf(rowspan, mostRows)
  table.cell = undefined
  document.closeCell({ columns: spanOf(colspan, 1000), rows, isContinued: false })
}

const mostRows = 65_534

function spanOf(attribute: string | undefined, most: number): number {
  const span = Number.parseInt(attribute ?? '', 10)
  return span >= 1 ? Math.min(span, most) : 1
}

import { Parser } from 'htmlparser2'
import type { Refused } from '../refusal.ts'
import type { Book } from './book.ts'
import { createDocument, type DocumentBuilder } from './document.ts'
import type { Attributes } from './xml.ts'

/** A page, whatever it is called: systems export it as .xls, Excel and WPS save it so. */
export function readPage(text: string): Book | Refused {
  const document = createDocument()
  if (!readTables(text, document)) return { refused: 'damaged' }
  const sheets = document.sheets()
  return sheets.length === 0 ? { refused: 'no-table' } : { sheets, skipped: [] }
}

/** false where the page breaks off inside a table. */
function readTables(text: string, document: DocumentBuilder): boolean {
  const walker = createPageWalker(document)
  const parser = new Parser({ onopentag: walker.open, ontext: walker.text, onclosetag: walker.close })
  parser.write(text)
  const isWhole = !walker.isInTable()
  parser.end()
  return isWhole
}

const blocks: ReadonlySet<string> = new Set([
  ...['p', 'div', 'br', 'hr', 'li', 'ul', 'ol', 'pre', 'center', 'caption', 'section', 'article', 'header'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
])

const skipped: ReadonlySet<string> = new Set(['script', 'style', 'title', 'xml', 'template', 'noscript'])

interface State {
  /** For each open table, whether a row of it is open; pages may leave rows out. */
  readonly rowsOpen: boolean[]
  readonly reaches: Attributes[]
  skippedDepth: number
}

function createPageWalker(document: DocumentBuilder) {
  const state: State = { rowsOpen: [], reaches: [], skippedDepth: 0 }
  return {
    isInTable: () => state.rowsOpen.length > 0,
    open(name: string, attributes: Attributes): void {
      if (skipped.has(name)) state.skippedDepth++
      else if (blocks.has(name)) document.endParagraph()
      else if (name === 'a') openLink(document, attributes)
      else if (name === 'table') openTable(document, state)
      else if (state.rowsOpen.length > 0) openRowOrCell(document, state, { name, attributes })
    },
    text(text: string): void {
      if (state.skippedDepth === 0)
        document.write(text.replace(/[ \t\r\n\f]+/g, ' ').replaceAll('\u00a0', ' '))
    },
    close(name: string): void {
      if (skipped.has(name)) state.skippedDepth--
      else if (blocks.has(name)) document.endParagraph()
      else if (state.rowsOpen.length > 0) closePart(document, state, name)
    },
  }
}

function openLink(document: DocumentBuilder, { href = '' }: Attributes): void {
  const address = href.trim()
  const isElsewhere = address !== '' && !address.startsWith('#') && !/^javascript:/i.test(address)
  if (isElsewhere) document.link(address)
}

function openTable(document: DocumentBuilder, { rowsOpen }: State): void {
  rowsOpen.push(false)
  document.openTable()
}

interface Tag {
  readonly name: string
  readonly attributes: Attributes
}

function openRowOrCell(
  document: DocumentBuilder,
  { rowsOpen, reaches }: State,
  { name, attributes }: Tag,
): void {
  const isCell = name === 'td' || name === 'th'
  if (name === 'tr' || (isCell && !rowsOpen.at(-1))) {
    rowsOpen.splice(-1, 1, true)
    document.openRow()
  }
  if (!isCell) return
  reaches.push(attributes)
  document.openCell()
}

function closePart(document: DocumentBuilder, { rowsOpen, reaches }: State, name: string): void {
  if (name === 'tr') rowsOpen.splice(-1, 1, false)
  else if (name === 'td' || name === 'th') {
    const { colspan, rowspan } = reaches.pop() ?? {}
    const columns = spanOf(colspan, 1000)
    document.closeCell({
      columns,
      rows: rowspan === '0' ? lastRow : spanOf(rowspan, lastRow),
      isContinued: false,
    })
  } else if (name === 'table') {
    rowsOpen.pop()
    document.closeTable()
  }
}

/** As far as a page can reach down; 0 stands for it. */
const lastRow = 65_534

function spanOf(attribute: string | undefined, most: number): number {
  const span = Number.parseInt(attribute ?? '', 10)
  return span >= 1 ? Math.min(span, most) : 1
}

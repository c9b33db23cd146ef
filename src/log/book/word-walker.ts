import { type Relations, relationsOf } from '../../office/package.ts'
import { type Attributes, attribute, walkXml, type XmlHandler } from '../../office/xml-walk.ts'
import type { Parts } from '../../office/zip.ts'
import type { Refused } from '../refusal.ts'
import type { Book } from '../row.ts'
import { createDocument, type DocumentBuilder } from './document.ts'

export function readWord(parts: Parts, name: string): Book | Refused {
  const part = parts.get(name)
  const document = createDocument()
  const isEnough = (): boolean => document.exceeded() !== undefined
  const walker = createWordWalker(document, relationsOf(parts, name))
  const end = part ? walkXml(part, { ...walker, isEnough }) : 'damaged'
  const sheets = document.sheets()
  if (typeof sheets === 'string') return { refused: sheets }
  if (end !== 'whole') return { refused: end }
  return sheets.length === 0 ? { refused: 'no-table' } : { isDocument: true, sheets, skipped: [] }
}

/** Formatting, earlier formatting, text that was struck out or moved away, and readings above characters. */
const skipped: ReadonlySet<string> = new Set([
  ...['pPr', 'rPr', 'sectPr', 'tblPr', 'tblPrEx', 'tblGrid', 'trPrChange', 'tcPrChange'],
  ...['moveFrom', 'rt'],
])

function isSkipped(name: string, parent: string | undefined): boolean {
  // The fallback of a text box says the same again; in a row's properties, del strikes out the row.
  return skipped.has(name) || name.endsWith(':Fallback') || (name === 'del' && parent !== 'trPr')
}

function addressIn(fieldCode: string): string | undefined {
  const parts = /^\s*HYPERLINK\s+(?:"([^"]+)"|([^\s"\\]+))/i.exec(fieldCode)
  return parts?.[1] ?? parts?.[2]
}

interface State {
  readonly path: string[]
  /** How deep the element lies that is being passed over; 0 for none. */
  skippedFrom: number
  readonly cells: { columns: number; isContinued: boolean }[]
  readonly rows: { isStruckOut: boolean }[]
  readonly fieldCodes: string[]
  /** Content controls; true where one shows only its prompt. */
  readonly prompts: boolean[]
}

type WholeHandler = Required<Pick<XmlHandler, 'open' | 'text' | 'close'>>
type Handlers = Readonly<Record<string, (attributes: Attributes) => void>>

function createWordWalker(document: DocumentBuilder, relations: Relations): WholeHandler {
  const state: State = { path: [], skippedFrom: 0, cells: [], rows: [], fieldCodes: [], prompts: [] }
  const onOpen = new Map(
    Object.entries({ ...tableOpeners(document, state), ...textOpeners(document, state, relations) }),
  )
  const onClose = new Map(Object.entries(closers(document, state)))
  return {
    open(name, attributes) {
      const parent = state.path.at(-1)
      state.path.push(name)
      if (state.skippedFrom > 0) return
      if (isSkipped(name, parent)) state.skippedFrom = state.path.length
      else onOpen.get(name)?.(attributes)
    },
    text(text) {
      if (state.skippedFrom > 0) return
      const parent = state.path.at(-1)
      if (parent === 't' && !state.prompts.includes(true)) document.write(text)
      else if (parent === 'instrText') state.fieldCodes.push((state.fieldCodes.pop() ?? '') + text)
    },
    close(name) {
      const depth = state.path.length
      state.path.pop()
      if (state.skippedFrom === 0) onClose.get(name)?.({})
      else if (state.skippedFrom === depth) state.skippedFrom = 0
    },
  }
}

function tableOpeners(document: DocumentBuilder, { cells, rows }: State): Handlers {
  return {
    tbl: document.openTable,
    tr() {
      rows.push({ isStruckOut: false })
      document.openRow()
    },
    del() {
      const row = rows.at(-1)
      if (row) row.isStruckOut = true
    },
    gridBefore(attributes) {
      document.openCell()
      document.closeCell({ columns: countIn(attributes), rows: 1, isContinued: false })
    },
    tc() {
      cells.push({ columns: 1, isContinued: false })
      document.openCell()
    },
    gridSpan(attributes) {
      const cell = cells.at(-1)
      if (cell) cell.columns = countIn(attributes)
    },
    vMerge(attributes) {
      const cell = cells.at(-1)
      if (cell) cell.isContinued = attribute(attributes, 'val') !== 'restart'
    },
  }
}

function countIn(attributes: Attributes): number {
  const count = Number(attribute(attributes, 'val'))
  return count >= 1 && count <= 1000 ? Math.floor(count) : 1
}

function textOpeners(
  document: DocumentBuilder,
  { cells, fieldCodes, prompts }: State,
  relations: Relations,
): Handlers {
  const link = (target: string | undefined): void => {
    if (target !== undefined) document.link(target)
  }
  // A cell keeps its lines as they are; above a table each is one more to look for 填报单位 in.
  const breakLine = (): void => (cells.length > 0 ? document.write('\n') : document.endParagraph())
  return {
    txbxContent: document.openBox,
    br: breakLine,
    cr: breakLine,
    tab: () => document.write('\t'),
    ptab: () => document.write('\t'),
    noBreakHyphen: () => document.write('-'),
    hyperlink: (attributes) => link(relations.get(attribute(attributes, 'id') ?? '')?.target),
    fldSimple: (attributes) => link(addressIn(attribute(attributes, 'instr') ?? '')),
    fldChar(attributes) {
      const type = attribute(attributes, 'fldCharType')
      if (type === 'begin') fieldCodes.push('')
      else if (type === 'end') link(addressIn(fieldCodes.pop() ?? ''))
    },
    sdt: () => prompts.push(false),
    showingPlcHdr: () => prompts.splice(-1, 1, true),
  }
}

function closers(document: DocumentBuilder, { cells, rows, prompts }: State): Handlers {
  return {
    tbl: document.closeTable,
    tr() {
      if (rows.pop()?.isStruckOut) document.dropRow()
    },
    tc() {
      const { columns, isContinued } = cells.pop() ?? { columns: 1, isContinued: false }
      document.closeCell({ columns, rows: 1, isContinued })
    },
    p: document.endParagraph,
    txbxContent: document.closeBox,
    sdt: () => prompts.pop(),
  }
}

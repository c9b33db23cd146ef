import { openOfficeFile } from '../log/book/office-file.ts'
import { readStyles } from '../log/book/sheet-cell.ts'
import { refusalText } from '../log/refusal.ts'
import type { Edit } from '../model/edit.ts'
import {
  isSigned,
  partBytes,
  type Relations,
  relationOfType,
  relationsOf,
  withoutPart,
} from '../office/package.ts'
import { columnLetters } from '../office/reference.ts'
import { attribute, encodingOf, walkXml } from '../office/xml-walk.ts'
import { type Parts, rezipped } from '../office/zip.ts'
import { askingToCompute, type WantedCell } from './cell-edits.ts'
import { rawTextOf } from './raw-text.ts'
import { freeColumn, type WrittenSheet, writeSheet } from './sheet-cells.ts'
import type { Computed, Unwritable, WrittenLog } from './write-edits.ts'

interface SheetPart {
  readonly name: string
  readonly sheetId: string
  readonly part: string
}

interface Opened {
  readonly parts: Parts
  readonly workbook: string
  readonly relations: Relations
  readonly sheets: readonly SheetPart[]
  readonly is1904: boolean
}

function bookOf(parts: Parts, workbook: string): Opened {
  const relations = relationsOf(parts, workbook)
  const sheets: SheetPart[] = []
  let is1904 = false
  walkXml(parts.get(workbook) ?? new Uint8Array(), {
    open(element, attributes) {
      if (element === 'workbookPr') is1904 = ['1', 'true'].includes(attribute(attributes, 'date1904') ?? '')
      const { name = '', sheetId = '' } = attributes
      const relation = relations.get(attribute(attributes, 'id') ?? '')
      if (element === 'sheet' && relation?.type === 'worksheet') {
        sheets.push({ name, sheetId, part: relation.target })
      }
    },
  })
  return { parts, workbook, relations, sheets, is1904 }
}

type AddedColumns = ReadonlyMap<string, number | undefined>

interface WantedEdit extends WantedCell {
  readonly edit: Edit
}

/** Of each sheet one column after the other: a row has one cell in each. */
type EditsAt = ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<number, WantedEdit>>>

interface Task {
  /** Of a workbook with a single log the sheet is not said. */
  readonly onlySheet: string
  readonly computed: Computed
}

function wantedBySheet(edits: readonly Edit[], { onlySheet, computed }: Task, added: AddedColumns): EditsAt {
  const wanted = new Map<string, Map<number, Map<number, WantedEdit>>>()
  for (const edit of edits) {
    const { sheet = onlySheet, index } = edit.layout
    const at = index[edit.column]
    const column = at === undefined ? added.get(sheet) : at + 1
    if (column === undefined) continue
    const like = at === undefined && index.type !== undefined ? { like: index.type + 1 } : {}
    const columns = wanted.get(sheet) ?? new Map<number, Map<number, WantedEdit>>()
    const rows = columns.get(column) ?? new Map<number, WantedEdit>()
    rows.set(edit.line, { column, text: edit.to, isRepair: computed === 'kept', edit, ...like })
    wanted.set(sheet, columns.set(column, rows))
  }
  return wanted
}

function textOf({ parts }: Opened, part: string): string {
  const bytes = parts.get(part) ?? new Uint8Array()
  return rawTextOf(bytes, encodingOf(bytes)).text
}

/** Changes the text of a part: `undefined` takes it out. */
type ChangePart = (part: string, change: (xml: string) => string | undefined) => void

function partChanges(parts: Parts) {
  const changes = new Map<string, Uint8Array | undefined>()
  const changePart: ChangePart = (part, change) => {
    const bytes = parts.get(part)
    if (!bytes) return
    const { text, toBytes } = rawTextOf(bytes, encodingOf(bytes))
    const after = change(text)
    if (after !== text) changes.set(part, after === undefined ? undefined : toBytes(after))
  }
  return { changes, changePart }
}

function writeSheets({ parts, relations, sheets, is1904 }: Opened, wanted: EditsAt, changePart: ChangePart) {
  const stylesPart = parts.get(relationOfType(relations, 'styles')?.target ?? '')
  const styles = stylesPart ? readStyles(stylesPart) : []
  const gone = new Map<string, WrittenSheet['uncomputed']>()
  const hiding: Unwritable[] = []
  const left: Edit[] = []
  let isComputing = false
  for (const { name, sheetId, part } of sheets) {
    changePart(part, (xml) => {
      let after = xml
      for (const cells of wanted.get(name)?.values() ?? []) {
        const sheet = writeSheet(after, cells, styles, is1904)
        if (sheet.uncomputed.length > 0) gone.set(sheetId, sheet.uncomputed)
        if (sheet.hiding.length > 0) hiding.push(underMerges(name, sheet.hiding))
        left.push(...sheet.left.flatMap((row) => cells.get(row)?.edit ?? []))
        after = sheet.xml
      }
      isComputing ||= /<(?:[\w.-]+:)?f[\s/>]/.test(after)
      return after
    })
  }
  return { gone, hiding, left, isComputing }
}

function notesOnColumns(added: AddedColumns): readonly string[] {
  return [...added].map(([sheet, column]) => {
    const letters = columnLetters(column ?? 1)
    return `工作表“${sheet}”原来没有序号这一栏，已加在最右边的 ${letters} 列，其他各列没有移动；设有打印区域的，请自行放宽。`
  })
}

function notesOn(
  { parts }: Opened,
  gone: ReadonlyMap<string, WrittenSheet['uncomputed']>,
): readonly string[] {
  const formulas = [...gone.values()].flat().length
  return [
    ...(formulas > 0 ? [`序号原来用公式算出的 ${formulas} 处，已换成数字。`] : []),
    ...(isSigned(parts) ? ['原文件带有数字签名，写出的一份签名已失效，需要时请重新签名。'] : []),
  ]
}

const isDocument: Unwritable = {
  message: '这是 Word 文档，不能只改几格而不动其他内容',
  remedy: '请把其中的表格复制到 Excel 或 WPS 表格，存为 .xlsx 或 .csv，再来一次。',
}

function underMerges(sheet: string, merges: readonly string[]): Unwritable {
  return {
    message: `工作表“${sheet}”的序号格合并着（${merges.join('、')}），写不下各件的序号`,
    remedy: '请在 Excel 或 WPS 里取消这些合并，再编号。',
  }
}

function withoutColumn(sheet: string): Unwritable {
  return {
    message: `工作表“${sheet}”没有序号这一栏，表格右边也没有看得见的空列可加`,
    remedy: '请在 Excel 或 WPS 里打开它，在最左边插入一列，表头写“序号”，保存后再编号。',
  }
}

export function writeBookCells(
  bytes: Uint8Array,
  edits: readonly Edit[],
  asked: Task,
): WrittenLog | Unwritable {
  const file = openOfficeFile(bytes)
  if ('refused' in file) return refusalText(file)
  if (file.root !== 'workbook') return isDocument
  const book = bookOf(file.parts, file.name)
  const lacking = edits.filter(({ layout, column }) => layout.index[column] === undefined)
  const named = new Set(lacking.map(({ layout }) => layout.sheet ?? asked.onlySheet))
  const widened = book.sheets.filter(({ name }) => named.has(name))
  const added = new Map(widened.map(({ name, part }) => [name, freeColumn(textOf(book, part))]))
  for (const [sheet, column] of added) if (column === undefined) return withoutColumn(sheet)
  const { changes, changePart } = partChanges(file.parts)
  const { gone, hiding, left, isComputing } = writeSheets(
    book,
    wantedBySheet(edits, asked, added),
    changePart,
  )
  if (hiding[0]) return hiding[0]
  if (changes.size === 0) return { bytes, notes: [], left }
  // The order of computing names cells that are computed no more; a spreadsheet makes a new one.
  const forgotten = gone.size > 0 ? withoutPart(book.parts, book.workbook, 'calcChain') : []
  for (const [part, xml] of forgotten) changes.set(part, xml === undefined ? undefined : partBytes(xml))
  if (isComputing) changePart(book.workbook, askingToCompute)
  return {
    bytes: rezipped(bytes, changes),
    notes: [...notesOnColumns(added), ...notesOn(book, gone)],
    left,
  }
}

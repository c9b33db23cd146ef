import { openOfficeFile } from '../log/book/office-file.ts'
import { readStyles } from '../log/book/sheet-cell.ts'
import { refusalText } from '../log/refusal.ts'
import {
  isSigned,
  partBytes,
  type Relations,
  relationOfType,
  relationsOf,
  withoutPart,
} from '../office/package.ts'
import type { CellPlace } from '../office/reference.ts'
import { attribute, attributeOf, encodingOf, walkTags, walkXml } from '../office/xml-walk.ts'
import { type Parts, rezipped } from '../office/zip.ts'
import { edited, type TextEdit, type WantedCell, withoutAttributes, writtenAttributes } from './cell-edits.ts'
import type { CellText, Unwritable, WrittenLog } from './cell-text.ts'
import { rawTextOf } from './raw-text.ts'
import {
  type AddedColumns,
  addedColumns,
  notesOnColumns,
  type WantedCells,
  type WrittenSheet,
  writeSheet,
} from './sheet-cells.ts'

function askingToCompute(workbook: string): string {
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

interface SheetPart {
  readonly name: string
  readonly sheetId: string
  readonly part: string
}

interface Book {
  readonly parts: Parts
  readonly workbook: string
  readonly relations: Relations
  readonly sheets: readonly SheetPart[]
  readonly is1904: boolean
}

function bookOf(parts: Parts, workbook: string): Book {
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

/** Of each sheet one column after the other: a row has one cell in each. */
type Wanted = ReadonlyMap<string, ReadonlyMap<number, WantedCells>>

/** Of a workbook with a single log the sheet is not said; here it is. */
type NamedCell = CellText & { readonly sheet: string }

function wantedBySheet(cells: readonly NamedCell[], added: AddedColumns): Wanted {
  const wanted = new Map<string, Map<number, Map<number, WantedCell>>>()
  for (const { sheet, line, index, like, text, isRepair = false } of cells) {
    const columns = wanted.get(sheet) ?? new Map<number, Map<number, WantedCell>>()
    const column = index === undefined ? added.get(sheet) : index + 1
    const looks = index === undefined && like !== undefined ? { like: like + 1 } : {}
    if (column === undefined) continue
    const rows = columns.get(column) ?? new Map<number, WantedCell>()
    wanted.set(sheet, columns.set(column, rows.set(line, { column, text, isRepair, ...looks })))
  }
  return wanted
}

function textOf({ parts }: Book, part: string): string {
  const bytes = parts.get(part) ?? new Uint8Array()
  return rawTextOf(bytes, encodingOf(bytes)).text
}

/** Changes the text of a part: `undefined` takes it out. */
type Edit = (part: string, change: (xml: string) => string | undefined) => void

function createEdits(parts: Parts): {
  readonly edit: Edit
  readonly changes: Map<string, Uint8Array | undefined>
} {
  const changes = new Map<string, Uint8Array | undefined>()
  return {
    changes,
    edit(part, change) {
      const bytes = parts.get(part)
      if (!bytes) return
      const { text, toBytes } = rawTextOf(bytes, encodingOf(bytes))
      const after = change(text)
      if (after !== text) changes.set(part, after === undefined ? undefined : toBytes(after))
    },
  }
}

function writeSheets({ parts, relations, sheets, is1904 }: Book, wanted: Wanted, edit: Edit) {
  const stylesPart = parts.get(relationOfType(relations, 'styles')?.target ?? '')
  const styles = stylesPart ? readStyles(stylesPart) : []
  const gone = new Map<string, WrittenSheet['uncomputed']>()
  const hiding: Unwritable[] = []
  const left: (CellPlace & { readonly sheet: string })[] = []
  let isComputing = false
  for (const { name, sheetId, part } of sheets) {
    edit(part, (xml) => {
      let after = xml
      for (const [column, cells] of wanted.get(name) ?? []) {
        const sheet = writeSheet(after, cells, styles, is1904)
        if (sheet.uncomputed.length > 0) gone.set(sheetId, sheet.uncomputed)
        if (sheet.hiding.length > 0) hiding.push(underMerges(name, sheet.hiding))
        left.push(...sheet.left.map((row) => ({ sheet: name, row, column })))
        after = sheet.xml
      }
      isComputing ||= /<(?:[\w.-]+:)?f[\s/>]/.test(after)
      return after
    })
  }
  return { gone, hiding, left, isComputing }
}

function notesOn({ parts }: Book, gone: ReadonlyMap<string, WrittenSheet['uncomputed']>): readonly string[] {
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
  cells: readonly CellText[],
  onlySheet: string,
): WrittenLog | Unwritable {
  const file = openOfficeFile(bytes)
  if ('refused' in file) return refusalText(file)
  if (file.root !== 'workbook') return isDocument
  const book = bookOf(file.parts, file.name)
  const named = cells.map((cell) => ({ sheet: onlySheet, ...cell }))
  const sheets = book.sheets.map(({ name, part }) => ({ name, text: () => textOf(book, part) }))
  const added = addedColumns(sheets, named)
  for (const [sheet, column] of added) if (column === undefined) return withoutColumn(sheet)
  const { edit, changes } = createEdits(file.parts)
  const { gone, hiding, left: places, isComputing } = writeSheets(book, wantedBySheet(named, added), edit)
  if (hiding[0]) return hiding[0]
  const left = named.filter(({ sheet, line, index }) =>
    places.some((place) => place.sheet === sheet && place.row === line && place.column === (index ?? -1) + 1),
  )
  if (changes.size === 0) return { bytes, notes: [], left }
  // The order of computing names cells that are computed no more; a spreadsheet makes a new one.
  const forgotten = gone.size > 0 ? withoutPart(book.parts, book.workbook, 'calcChain') : []
  for (const [part, xml] of forgotten) changes.set(part, xml === undefined ? undefined : partBytes(xml))
  if (isComputing) edit(book.workbook, askingToCompute)
  return {
    bytes: rezipped(bytes, changes),
    notes: [...notesOnColumns(added), ...notesOn(book, gone)],
    left,
  }
}

import { ownSheetsOf } from '../../office/own-sheets.ts'
import { type Relation, type Relations, relationOfType, relationsOf } from '../../office/package.ts'
import { attribute, walkXml } from '../../office/xml-walk.ts'
import type { Parts } from '../../office/zip.ts'
import type { Refused } from '../refusal.ts'
import type { Book, Sheet, SheetChoice, SkippedSheet } from '../row.ts'
import { celllessSheets, reasonToPass } from './cell-text.ts'
import { rowsOf } from './grid.ts'
import { readSharedStrings } from './shared-strings.ts'
import { type BookContext, readStyles } from './sheet-cell.ts'
import { readSheetXml } from './sheet-xml.ts'

const damaged: Refused = { refused: 'damaged' }

const cellless: ReadonlyMap<string, string> = new Map([
  ['chartsheet', celllessSheets.chart],
  ['dialogsheet', celllessSheets.dialog],
  ['xlMacrosheet', celllessSheets.macro],
  ['xlIntlMacrosheet', celllessSheets.macro],
])

interface OpenBook extends BookContext {
  readonly parts: Parts
  readonly own: ReadonlySet<string>
}

export function readXlsx(parts: Parts, workbookName: string, choice?: SheetChoice): Book | Refused {
  const relations = relationsOf(parts, workbookName)
  const workbook = readWorkbook(parts.get(workbookName))
  const strings = readStrings(parts, relations)
  if (!workbook || !strings) return damaged
  const stylesPart = parts.get(relationOfType(relations, 'styles')?.target ?? '')
  const styles = stylesPart ? readStyles(stylesPart) : []
  const sheets: Sheet[] = []
  const skipped: SkippedSheet[] = []
  for (const { name, id, isHidden } of workbook.sheets) {
    const reason = reasonToPass(name, isHidden, choice)
    const book = { parts, strings, styles, is1904: workbook.is1904, own: workbook.own }
    const read = reason === undefined ? readSheet(book, name, relations.get(id)) : { name, reason }
    if (!read) return damaged
    if ('rows' in read) sheets.push(read)
    else skipped.push(read)
  }
  return { sheets, skipped }
}

function readSheet(
  book: OpenBook,
  name: string,
  relation: Relation | undefined,
): Sheet | SkippedSheet | undefined {
  if (!relation) return undefined
  const reason = cellless.get(relation.type)
  if (reason !== undefined) return { name, reason }
  const part = book.parts.get(relation.target)
  const grid = part && readSheetXml(part, book, relationsOf(book.parts, relation.target))
  return grid && { name, preamble: [], rows: rowsOf(grid), ...(book.own.has(name) && { isOwn: true }) }
}

interface SheetEntry {
  readonly name: string
  readonly id: string
  readonly isHidden: boolean
}

interface Workbook {
  readonly sheets: readonly SheetEntry[]
  readonly is1904: boolean
  /** Sheets that ipcase made. */
  readonly own: ReadonlySet<string>
}

const yes: readonly (string | undefined)[] = ['1', 'true']

function readWorkbook(part: Uint8Array | undefined): Workbook | undefined {
  const sheets: SheetEntry[] = []
  const names: { name: string; reference: string }[] = []
  let is1904 = false
  let inside = ''
  if (!part) return undefined
  const isWhole = walkXml(part, {
    open(element, attributes) {
      inside = element
      if (element === 'definedName') {
        names.push({ name: attribute(attributes, 'name') ?? '', reference: '' })
      } else if (element === 'sheet') {
        sheets.push({
          name: attribute(attributes, 'name') ?? '',
          id: attribute(attributes, 'id') ?? '',
          isHidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        })
      } else if (element === 'workbookPr') is1904 = yes.includes(attribute(attributes, 'date1904'))
    },
    text(text) {
      const name = names.at(-1)
      if (name && inside === 'definedName') name.reference += text
    },
    close() {
      inside = ''
    },
  })
  return isWhole ? { sheets, is1904, own: ownSheetsOf(names) } : undefined
}

/** A workbook of numbers alone has no strings. */
function readStrings(parts: Parts, relations: Relations): readonly string[] | undefined {
  const relation = relationOfType(relations, 'sharedStrings')
  if (!relation) return []
  const part = parts.get(relation.target)
  return part && readSharedStrings(part)
}

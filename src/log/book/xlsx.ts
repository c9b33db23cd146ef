import { type Relation, type Relations, relationOfType, relationsOf } from '../../office/package.ts'
import { attribute, walkXml } from '../../office/xml-walk.ts'
import type { Parts } from '../../office/zip.ts'
import type { Refused } from '../refusal.ts'
import type { Book, Sheet, SkippedSheet } from '../row.ts'
import { celllessSheets, hiddenSheet } from './cell-text.ts'
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
}

export function readXlsx(parts: Parts, workbookName: string): Book | Refused {
  const relations = relationsOf(parts, workbookName)
  const workbook = readWorkbook(parts.get(workbookName))
  const strings = readStrings(parts, relations)
  if (!workbook || !strings) return damaged
  const stylesPart = parts.get(relationOfType(relations, 'styles')?.target ?? '')
  const styles = stylesPart ? readStyles(stylesPart) : []
  const sheets: Sheet[] = []
  const skipped: SkippedSheet[] = []
  for (const { name, id, isHidden } of workbook.sheets) {
    if (isHidden) {
      skipped.push({ name, reason: hiddenSheet })
      continue
    }
    const read = readSheet({ parts, strings, styles, is1904: workbook.is1904 }, name, relations.get(id))
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
  return grid && { name, preamble: [], rows: rowsOf(grid) }
}

interface SheetEntry {
  readonly name: string
  readonly id: string
  readonly isHidden: boolean
}

interface Workbook {
  readonly sheets: readonly SheetEntry[]
  readonly is1904: boolean
}

const yes: readonly (string | undefined)[] = ['1', 'true']

function readWorkbook(part: Uint8Array | undefined): Workbook | undefined {
  const sheets: SheetEntry[] = []
  let is1904 = false
  if (!part) return undefined
  const isWhole = walkXml(part, {
    open(name, attributes) {
      if (name === 'sheet') {
        sheets.push({
          name: attribute(attributes, 'name') ?? '',
          id: attribute(attributes, 'id') ?? '',
          isHidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible',
        })
      } else if (name === 'workbookPr') is1904 = yes.includes(attribute(attributes, 'date1904'))
    },
  })
  return isWhole ? { sheets, is1904 } : undefined
}

/** A workbook of numbers alone has no strings. */
function readStrings(parts: Parts, relations: Relations): readonly string[] | undefined {
  const relation = relationOfType(relations, 'sharedStrings')
  if (!relation) return []
  const part = parts.get(relation.target)
  return part && readSharedStrings(part)
}

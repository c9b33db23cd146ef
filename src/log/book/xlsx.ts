import { ownSheetsOf } from '../../office/own-sheets.ts'
import { type Relation, type Relations, relationOfType, relationsOf } from '../../office/package.ts'
import { attribute, walkXml, type XmlEnd } from '../../office/xml-walk.ts'
import type { Parts } from '../../office/zip.ts'
import type { Refused, RefusedKind } from '../refusal.ts'
import type { Book, Sheet, SheetChoice, SkippedSheet } from '../row.ts'
import { type Budget, createBudget } from './budget.ts'
import { celllessSheets, reasonToPass } from './cell-text.ts'
import { rowsOf } from './grid.ts'
import { readSharedStrings } from './shared-strings.ts'
import { type BookContext, readStyles } from './sheet-cell.ts'
import { readSheetXml } from './sheet-xml.ts'

const cellless: ReadonlyMap<string, string> = new Map([
  ['chartsheet', celllessSheets.chart],
  ['dialogsheet', celllessSheets.dialog],
  ['xlMacrosheet', celllessSheets.macro],
  ['xlIntlMacrosheet', celllessSheets.macro],
])

interface OpenBook extends BookContext {
  readonly parts: Parts
  readonly budget: Budget
  /** The parts that sheets were read of: many names for one part would be as many copies of it. */
  readonly read: Set<string>
  readonly own: ReadonlySet<string>
}

export function readXlsx(parts: Parts, workbookName: string, choice?: SheetChoice): Book | Refused {
  const relations = relationsOf(parts, workbookName)
  const workbook = readWorkbook(parts.get(workbookName))
  const strings = readStrings(parts, relations)
  if (typeof workbook === 'string') return { refused: workbook }
  if (typeof strings === 'string') return { refused: strings }
  const stylesPart = parts.get(relationOfType(relations, 'styles')?.target ?? '')
  const styles = stylesPart ? readStyles(stylesPart) : []
  const { is1904, own } = workbook
  const book = { parts, strings, styles, is1904, own, budget: createBudget(), read: new Set<string>() }
  const sheets: Sheet[] = []
  const skipped: SkippedSheet[] = []
  for (const { name, id, isHidden } of workbook.sheets) {
    const reason = reasonToPass(name, isHidden, choice)
    const read = reason === undefined ? readSheet(book, name, relations.get(id)) : { name, reason }
    if (typeof read === 'string') return { refused: read }
    if ('rows' in read) sheets.push(read)
    else skipped.push(read)
  }
  return { sheets, skipped }
}

function readSheet(
  book: OpenBook,
  name: string,
  relation: Relation | undefined,
): Sheet | SkippedSheet | RefusedKind {
  if (!relation) return 'damaged'
  const reason = cellless.get(relation.type)
  if (reason !== undefined) return { name, reason }
  const part = book.parts.get(relation.target)
  if (!part || book.read.has(relation.target)) return 'damaged'
  book.read.add(relation.target)
  book.budget.sheet()
  const grid = readSheetXml(part, book, relationsOf(book.parts, relation.target))
  if (typeof grid === 'string') return grid
  const rows = rowsOf(grid, book.budget)
  return book.budget.exceeded() ?? { name, preamble: [], rows, ...(book.own.has(name) && { isOwn: true }) }
}

interface SheetEntry {
  readonly name: string
  readonly id: string
  readonly isHidden: boolean
}

interface ListedSheets {
  readonly sheets: readonly SheetEntry[]
  readonly is1904: boolean
  /** Sheets that ipcase made. */
  readonly own: ReadonlySet<string>
}

const yes: readonly (string | undefined)[] = ['1', 'true']

function readWorkbook(part: Uint8Array | undefined): ListedSheets | Exclude<XmlEnd, 'whole'> {
  const sheets: SheetEntry[] = []
  const names: { name: string; reference: string }[] = []
  let is1904 = false
  let inside = ''
  if (!part) return 'damaged'
  const end = walkXml(part, {
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
  return end === 'whole' ? { sheets, is1904, own: ownSheetsOf(names) } : end
}

/** A workbook of numbers alone has no strings. */
function readStrings(parts: Parts, relations: Relations): readonly string[] | Exclude<XmlEnd, 'whole'> {
  const relation = relationOfType(relations, 'sharedStrings')
  if (!relation) return []
  const part = parts.get(relation.target)
  return part ? readSharedStrings(part) : 'damaged'
}

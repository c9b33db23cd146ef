import { caseTypeNamed } from '../../model/case-type.ts'
import { isExplainedHeading } from '../../model/explanation.ts'
import type { LogSummary, SheetSummary } from '../../model/log.ts'
import { type Annex, joinAnnexes } from '../annex.ts'
import { headingRowsSearched } from '../headings.ts'
import { readLayout } from '../layout.ts'
import { nearestOf, nearestRow } from '../no-heading.ts'
import type { Refused } from '../refusal.ts'
import { explanationsIn } from '../returned-list.ts'
import { type Book, excessIn, type Row, type Sheet } from '../row.ts'
import type { SheetsAsked } from '../sheets-asked.ts'
import { withoutSpaces } from '../spell/blank.ts'
import type { TableReading } from '../table-reader.ts'
import { createLogReader, findHeading } from '../two-row-heading.ts'
import { readBook } from './book.ts'
import { notAsked } from './cell-text.ts'

export type BookSummary = Annex & Pick<LogSummary, 'headingLine' | 'sheets' | 'answers'>

interface AskedSheet {
  readonly sheet: Sheet
  readonly skipped?: string
  /** Of the table it goes on from. */
  readonly heading?: Row
}

function headingOf({ rows }: Sheet): Row | undefined {
  return findHeading(rows)?.row
}

/** A table without a heading goes on from the one before where case types stand below that one's 案件类型. */
function goesOn({ rows }: Sheet, heading: Row): boolean {
  const index = readLayout(heading, { path: '' }).layout.index.type
  if (index === undefined) return false
  const isType = (cell: string | undefined): boolean => caseTypeNamed(withoutSpaces(cell ?? '')) !== undefined
  // A row of several types is the heading of sums by type.
  const isCase = ({ cells }: Row): boolean => isType(cells[index]) && cells.filter(isType).length === 1
  return rows.some(isCase)
}

/** Which sheets ipcase made: the marked ones; workbooks made before there were marks are known by what stands in them. */
function ownIn(sheets: readonly Sheet[]): (sheet: Sheet) => boolean {
  if (sheets.some(({ isOwn }) => isOwn)) return ({ isOwn }) => isOwn === true
  const starts = (sheet: string, words: string): boolean =>
    sheets.some(({ name, rows }) => name === sheet && rows[0]?.cells.includes(words) === true)
  // A return that was sent back is the corrected return.
  if (starts('修改说明', '内容')) return ({ name }) => name === '修改说明' || name === '问题清单'
  if (starts('问题清单', '所据内容')) return () => true
  return starts('填写说明', '怎样填') ? ({ name }) => name === '示例' : () => false
}

/** 审核说明 behind the form: its headings would pass for a log's. */
function isExplained({ rows }: Sheet): boolean {
  return rows.slice(0, headingRowsSearched).some(({ cells }) => isExplainedHeading(cells))
}

const own = 'ipcase 附上的，不是台账'
const withoutHeading = '没有台账表头'

function reasonToSkip(sheet: Sheet, isOurs: boolean, asked: SheetsAsked | undefined): string | undefined {
  if (asked) return asked.isMeant(sheet.name) ? undefined : notAsked
  if (isOurs) return own
  return isExplained(sheet) ? '审核说明，不作台账读' : undefined
}

function withoutOwnHeading(sheet: Sheet, before: Row | undefined): AskedSheet {
  return before && goesOn(sheet, before) ? { sheet, heading: before } : { sheet, skipped: withoutHeading }
}

function ask({ sheets, isDocument }: Book, asked: SheetsAsked | undefined): readonly AskedSheet[] {
  const isOurs = ownIn(sheets)
  let last: Row | undefined
  return sheets.map((sheet) => {
    const heading = headingOf(sheet)
    const before = isDocument ? last : undefined
    if (heading) last = isExplained(sheet) ? undefined : heading
    const skipped = reasonToSkip(sheet, isOurs(sheet), asked)
    if (skipped !== undefined) return { sheet, skipped }
    if (heading) return { sheet }
    return withoutOwnHeading(sheet, before)
  })
}

function readSheet({ sheet, heading }: AskedSheet, reading: TableReading): Omit<BookSummary, 'sheets'> {
  const source = { ...reading.source, preamble: sheet.preamble }
  const table = createLogReader({ ...reading, source }, heading)
  for (const row of sheet.rows) table.row(row)
  return table.end()
}

const unread = { read: false, headingLine: null, rows: 0, cases: 0 } as const

function recordsIn({ cases, blank, placeholder, furniture }: TableReading['counts']): number {
  return cases + blank + placeholder + furniture
}

/** Why there is no log in the book at all, whatever its sheets hold. */
function refusalOf({ sheets, skipped }: Book, asked: SheetsAsked | undefined): Refused | undefined {
  const names = [...sheets, ...skipped].map(({ name }) => name)
  if (asked && !names.some(asked.isMeant)) return { refused: 'no-such-sheet', names }
  const isAllOurs = !asked && sheets.length > 0 && sheets.every(ownIn(sheets))
  return isAllOurs ? { refused: 'own-workbook' } : undefined
}

/** Of the sheets that might have had one. */
function sayNoHeading(path: string, all: readonly AskedSheet[], sink: TableReading['sink']): void {
  const searched = all.filter(({ skipped }) => skipped === withoutHeading).map(({ sheet }) => sheet)
  const isEmpty = searched.every(({ rows }) => rows.length === 0)
  const nearest = nearestOf(
    searched.flatMap(({ name, rows }) => {
      const row = nearestRow(rows)
      return row ? [{ ...row, sheet: name }] : []
    }),
  )
  const layout = { path, index: {}, heading: {} }
  if (nearest === undefined) {
    sink.fault({ rule: 'heading-row-not-found', isEmpty }, { layout })
    return
  }
  const { sheet, ...row } = nearest
  const where = searched.length > 1 ? { sheet } : {}
  const place = { layout: { ...layout, ...where }, line: row.line, row: row.row }
  sink.fault({ rule: 'heading-row-not-found', isEmpty, nearest: { ...row, ...where } }, place)
}

function excessOf(logs: readonly AskedSheet[]): Refused | undefined {
  for (const { sheet } of logs) {
    for (const row of sheet.rows) {
      const refused = excessIn(row)
      if (refused) return { refused, place: `${sheet.name} 第 ${row.row} 行` }
    }
  }
  return undefined
}

/** Every sheet of a workbook, every table of a Word file or page, as one log. */
export async function readBookLog(
  path: string,
  bytes: Uint8Array,
  asked: SheetsAsked | undefined,
  { counts, sink }: Omit<TableReading, 'source'>,
): Promise<BookSummary | Refused> {
  const book = await readBook(bytes, asked?.isMeant)
  if ('refused' in book) return book
  const refusal = refusalOf(book, asked)
  if (refusal) return refusal
  const all = ask(book, asked)
  const logs = all.filter(({ skipped }) => skipped === undefined)
  const excess = excessOf(logs)
  if (excess) return excess
  if (logs.length === 0) sayNoHeading(path, all, sink)
  const read: Omit<BookSummary, 'sheets'>[] = []
  const sheets = all.map(({ sheet, skipped, heading }): SheetSummary => {
    const { name } = sheet
    if (skipped !== undefined) return { name, reason: skipped, ...unread }
    const source = {
      path,
      isWorkbook: true,
      ...(book.isDocument && { isDocument: true as const }),
      ...(logs.length > 1 && { sheet: name }),
    }
    const before = { rows: recordsIn(counts), cases: counts.cases }
    const found = readSheet({ sheet, ...(heading && { heading }) }, { source, counts, sink })
    read.push(found)
    return {
      name,
      read: true,
      reason: null,
      headingLine: found.headingLine,
      rows: recordsIn(counts) - before.rows,
      cases: counts.cases - before.cases,
    }
  })
  const [answers] = book.sheets.flatMap((sheet) => {
    const found = explanationsIn(path, sheet)
    return found ? [found] : []
  })
  const passed = book.skipped.map(({ name, reason }): SheetSummary => ({ name, reason, ...unread }))
  return {
    ...joinAnnexes(read),
    ...(answers && { answers }),
    headingLine: read[0]?.headingLine ?? null,
    sheets: [...sheets, ...passed],
  }
}

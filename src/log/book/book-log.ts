import { caseTypeNamed } from '../../model/case-type.ts'
import { isExplainedHeading } from '../../model/explained-table.ts'
import type { LogSummary } from '../../model/log.ts'
import { type Annex, joinAnnexes } from '../annex.ts'
import { headingRowsSearched, isHeadingRow } from '../headings.ts'
import { readLayout } from '../layout.ts'
import type { Refused } from '../refusal.ts'
import type { Book, Row, Sheet } from '../row.ts'
import { withoutSpaces } from '../spell/blank.ts'
import type { Reading } from '../table-reader.ts'
import { createLogReader } from '../two-row-heading.ts'
import { readBook } from './book.ts'

export type BookSummary = Annex & Pick<LogSummary, 'headingLine' | 'sheets'>

/** Sheets that ipcase itself adds to its workbooks. */
const ownSheets: readonly string[] = ['汇总', '说明', '示例']

interface AskedSheet {
  readonly sheet: Sheet
  readonly skipped?: string
  /** Of the table it goes on from. */
  readonly heading?: Row
}

function headingOf({ rows }: Sheet): Row | undefined {
  return rows.slice(0, headingRowsSearched).find((row) => isHeadingRow(row.cells))
}

/** The heading of the table before, where this one has none and case types stand below that one's 案件类型. */
function headingBefore(sheets: readonly Sheet[], at: number): Row | undefined {
  const before = sheets.slice(0, at).findLast(headingOf)
  const heading = before && !isExplained(before) ? headingOf(before) : undefined
  const index = heading && readLayout(heading, { path: '' }).layout.index.type
  if (index === undefined) return undefined
  const isCase = ({ cells }: Row): boolean => caseTypeNamed(withoutSpaces(cells[index] ?? '')) !== undefined
  return sheets[at]?.rows.some(isCase) ? heading : undefined
}

/** What validate wrote: the logs in it are those that were checked, shown again. */
function isListOfFindings({ sheets }: Book): boolean {
  return sheets.some(({ name, rows }) => name === '问题清单' && rows[0]?.cells.includes('所据内容') === true)
}

/** 审核说明 behind the form: its headings would pass for a log's. */
function isExplained({ rows }: Sheet): boolean {
  return rows.slice(0, headingRowsSearched).some(({ cells }) => isExplainedHeading(cells))
}

/** A 汇总 that is the only sheet with cases is somebody's log; beside others it says the same again. */
function ask({ sheets, isDocument }: Book): readonly AskedSheet[] {
  const logs = sheets.filter((sheet) => headingOf(sheet) && !isExplained(sheet))
  const hasOther = logs.some(({ name }) => !ownSheets.includes(name))
  return sheets.map((sheet, at) => {
    if (isExplained(sheet)) return { sheet, skipped: '审核说明，不作台账读' }
    if (!logs.includes(sheet)) {
      const heading = isDocument && headingBefore(sheets, at)
      return heading ? { sheet, heading } : { sheet, skipped: '没有台账表头' }
    }
    return hasOther && ownSheets.includes(sheet.name) ? { sheet, skipped: '附表，不作台账读' } : { sheet }
  })
}

function readSheet({ sheet, heading }: AskedSheet, reading: Reading): Omit<BookSummary, 'sheets'> {
  const source = { ...reading.source, preamble: sheet.preamble }
  const table = createLogReader({ ...reading, source }, heading)
  for (const row of sheet.rows) table.row(row)
  return table.end()
}

/** Every sheet of a workbook, every table of a Word file or page, as one log. */
export async function readBookLog(
  path: string,
  bytes: Uint8Array,
  { counts, sink }: Omit<Reading, 'source'>,
): Promise<BookSummary | Refused> {
  const book = await readBook(bytes)
  if ('refused' in book) return book
  const isList = isListOfFindings(book)
  const asked = isList
    ? book.sheets.map((sheet): AskedSheet => ({ sheet, skipped: '核对结果，不作台账读' }))
    : ask(book)
  const logs = asked.filter(({ skipped }) => skipped === undefined)
  if (logs.length === 0 && !isList) {
    const isEmpty = book.sheets.every(({ rows }) => rows.length === 0)
    sink.fault({ rule: 'heading-row-not-found', isEmpty }, { layout: { path, index: {}, heading: {} } })
  }
  const read = logs.map((log) => {
    const source = { path, isWorkbook: true, ...(logs.length > 1 && { sheet: log.sheet.name }) }
    return readSheet(log, { source, counts, sink })
  })
  return {
    ...joinAnnexes(read),
    headingLine: read[0]?.headingLine ?? null,
    sheets: [
      ...asked.map(({ sheet: { name }, skipped }) => ({ name, ...(skipped !== undefined && { skipped }) })),
      ...book.skipped.map(({ name, reason }) => ({ name, skipped: reason })),
    ],
  }
}

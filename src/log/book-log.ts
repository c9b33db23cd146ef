import type { LogSummary } from '../model/log.ts'
import { type Annex, joinAnnexes } from './annex.ts'
import { readBook } from './book/book.ts'
import { headingRowsSearched, isHeadingRow } from './headings.ts'
import type { Refused } from './refusal.ts'
import type { Sheet } from './row.ts'
import { createTableReader, type Reading } from './table-reader.ts'

export type BookSummary = Annex & Pick<LogSummary, 'headingLine' | 'sheets'>

/** Sheets that ipcase itself adds to its workbooks. */
const ownSheets: readonly string[] = ['汇总', '说明', '示例']

interface AskedSheet {
  readonly sheet: Sheet
  readonly skipped?: string
}

function hasHeading({ rows }: Sheet): boolean {
  return rows.slice(0, headingRowsSearched).some((row) => isHeadingRow(row.cells))
}

/** A 汇总 that is the only sheet with cases is somebody's log; beside others it says the same again. */
function ask(sheets: readonly Sheet[]): readonly AskedSheet[] {
  const logs = sheets.filter(hasHeading)
  const hasOther = logs.some(({ name }) => !ownSheets.includes(name))
  return sheets.map((sheet) => {
    if (!logs.includes(sheet)) return { sheet, skipped: '没有台账表头' }
    return hasOther && ownSheets.includes(sheet.name) ? { sheet, skipped: '附表，不作台账读' } : { sheet }
  })
}

function readSheet(sheet: Sheet, { source, counts, sink }: Reading): Omit<BookSummary, 'sheets'> {
  const table = createTableReader({ source: { ...source, preamble: sheet.preamble }, counts, sink })
  for (const row of sheet.rows) table.row(row)
  return { ...table.annex(), headingLine: table.headingLine() }
}

/** Every sheet of a workbook, every table of a Word file or page, as one log. */
export async function readBookLog(
  path: string,
  bytes: Uint8Array,
  { counts, sink }: Omit<Reading, 'source'>,
): Promise<BookSummary | Refused> {
  const book = await readBook(bytes)
  if ('refused' in book) return book
  const asked = ask(book.sheets)
  const logs = asked.filter(({ skipped }) => skipped === undefined)
  if (logs.length === 0) {
    sink.fault({ rule: 'heading-row-not-found' }, { layout: { path, index: {}, heading: {} } })
  }
  const read = logs.map(({ sheet }) => {
    const source = { path, isWorkbook: true, ...(logs.length > 1 && { sheet: sheet.name }) }
    return readSheet(sheet, { source, counts, sink })
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

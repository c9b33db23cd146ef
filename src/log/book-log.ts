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

function reasonToSkip({ name, rows }: Sheet): string | undefined {
  if (ownSheets.includes(name)) return 'ipcase 的附表'
  return rows.slice(0, headingRowsSearched).some((row) => isHeadingRow(row.cells))
    ? undefined
    : '没有台账表头'
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
  const asked = book.sheets.map((sheet) => ({ sheet, skipped: reasonToSkip(sheet) }))
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

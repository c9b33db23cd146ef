import { kindOf } from './kind.ts'
import type { Refused } from './refusal.ts'
import type { Row } from './row.ts'
import { createDecoder, encodingsOf } from './text/decode.ts'
import { createQuotes } from './text/quotes.ts'
import { createSplitter } from './text/records.ts'

export interface FileSheet {
  readonly name?: string
  readonly rows: readonly Row[]
}

async function textSheets(bytes: Uint8Array): Promise<readonly FileSheet[]> {
  const quotes = createQuotes()
  await quotes.meet(bytes)
  return encodingsOf(bytes).flatMap((encoding) => {
    const decoder = createDecoder(encoding)
    const text = decoder.decode(bytes) + decoder.end()
    const lineEnd = text.includes('\n') || !text.includes('\r') ? '\n' : '\r'
    return [',', '\t', ';'].map((delimiter) => {
      const rows: Row[] = []
      const separators = Number.POSITIVE_INFINITY
      const splitter = createSplitter(
        { delimiter, lineEnd, separators },
        (row) => rows.push(row),
        quotes.cellsOf,
      )
      splitter.push(text)
      splitter.end()
      return { rows }
    })
  })
}

/** The rows of a workbook's sheets, or of a text in every way it may be read: its headings then decide. */
export async function sheetsIn(bytes: Uint8Array): Promise<readonly FileSheet[] | Refused> {
  if (kindOf(bytes) === 'text') return await textSheets(bytes)
  const { readBook } = await import('./book/book.ts')
  const book = await readBook(bytes)
  return 'refused' in book ? book : book.sheets
}

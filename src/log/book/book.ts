import { kindOf } from '../kind.ts'
import { type Refused, refusedKinds } from '../refusal.ts'
import type { Book, SheetChoice } from '../row.ts'
import { readOfficeFile } from './office-file.ts'
import { pageText, readPage } from './page.ts'

/** Goes by the bytes alone, for every kind of file but text. `choice` decides which sheets of a workbook are read; the tables of a document always are. */
export async function readBook(bytes: Uint8Array, choice?: SheetChoice): Promise<Book | Refused> {
  const kind = kindOf(bytes)
  if (kind === 'zip') return readOfficeFile(bytes, choice)
  if (kind === 'page') return readPageFile(bytes, choice)
  if (kind === 'ole' || kind === 'bare-sheet') return (await import('./xls.ts')).readXls(bytes, choice)
  return { refused: refusedKinds[kind] ?? 'unknown-binary' }
}

async function readPageFile(bytes: Uint8Array, choice?: SheetChoice): Promise<Book | Refused> {
  const text = pageText(bytes)
  if (text === undefined) return { refused: 'damaged' }
  return isXmlWorkbook(text) ? (await import('./xls.ts')).readXmlWorkbook(text, choice) : readPage(text)
}

/** The XML that Excel 2003 and many exporters write under the name .xls. */
function isXmlWorkbook(text: string): boolean {
  const start = text.slice(0, 4096)
  return (
    /<(?:\w+:)?Workbook[\s>]/.test(start) && start.includes('urn:schemas-microsoft-com:office:spreadsheet')
  )
}

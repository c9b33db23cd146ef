import { readBook } from '../../../src/log/book/book.ts'
import type { Row } from '../../../src/log/row.ts'
import { type OfficeParts, packed } from './office.ts'

/** The rows of the first sheet or table. */
export async function rowsIn(parts: OfficeParts): Promise<readonly Row[]> {
  const book = await readBook(packed(parts))
  if ('refused' in book) throw new Error(book.refused)
  return book.sheets[0]?.rows ?? []
}

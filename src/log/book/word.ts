import { relationsOf } from '../../office/package.ts'
import { walkXml } from '../../office/xml-walk.ts'
import type { Parts } from '../../office/zip.ts'
import type { Refused } from '../refusal.ts'
import type { Book } from '../row.ts'
import { createDocument } from './document.ts'
import { createWordWalker } from './word-walker.ts'

export function readWord(parts: Parts, name: string): Book | Refused {
  const part = parts.get(name)
  const document = createDocument()
  const isWhole = part && walkXml(part, createWordWalker(document, relationsOf(parts, name)))
  if (!isWhole) return { refused: 'damaged' }
  const sheets = document.sheets()
  return sheets.length === 0 ? { refused: 'no-table' } : { isDocument: true, sheets, skipped: [] }
}

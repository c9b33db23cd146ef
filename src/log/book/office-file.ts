import { relationOfType, relationsOf } from '../../office/package.ts'
import { rootOf } from '../../office/xml-walk.ts'
import { type Parts, unzip } from '../../office/zip.ts'
import type { Refused } from '../refusal.ts'
import type { Book, SheetChoice } from '../row.ts'
import { readWord } from './word-walker.ts'
import { readXlsx } from './xlsx.ts'

/** Never hold a cell and may be large. */
const besides = /\/(?:charts|drawings|media|embeddings|fonts|theme|pivotcache)\//

function isWanted(name: string): boolean {
  return /\.(?:xml|rels)$/.test(name) && !besides.test(name)
}

interface OfficeFile {
  readonly parts: Parts
  /** The main part, and the name of its outermost element. */
  readonly name: string
  readonly root: string | undefined
}

export function openOfficeFile(bytes: Uint8Array): OfficeFile | Refused {
  const parts = unzip(bytes, isWanted)
  if (typeof parts === 'string') return { refused: parts }
  const name = relationOfType(relationsOf(parts, ''), 'officeDocument')?.target ?? ''
  const main = parts.get(name)
  return { parts, name, root: main && rootOf(main) }
}

/** Tells a workbook from a Word document by its main part, whatever the file is called. */
export function readOfficeFile(bytes: Uint8Array, choice?: SheetChoice): Book | Refused {
  const file = openOfficeFile(bytes)
  if ('refused' in file) return file
  const { parts, name, root } = file
  if (root === 'workbook') return readXlsx(parts, name, choice)
  if (root === 'document') return readWord(parts, name)
  return { refused: isDocument(parts) ? 'foreign-document' : 'archive' }
}

/** Microsoft's, OpenDocument's and the Chinese fixed-layout format (OFD). */
const marks: readonly string[] = ['[content_types].xml', 'meta-inf/manifest.xml', 'ofd.xml']

function isDocument(parts: Parts): boolean {
  return marks.some((mark) => parts.has(mark))
}

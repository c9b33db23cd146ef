import { read, SSF, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { builtInStyle } from '../../office/number-format.ts'
import { ownSheetsOf } from '../../office/own-sheets.ts'
import type { Refused } from '../refusal.ts'
import type { Book, Sheet, SheetChoice, SkippedSheet } from '../row.ts'
import { checkStream } from './biff.ts'
import { createBudget } from './budget.ts'
import { celllessSheets, reasonToPass } from './cell-text.ts'
import { openContainer } from './container.ts'
import { rowsOf } from './grid.ts'
import { gridOf } from './old-sheet.ts'

export function readXls(bytes: Uint8Array, choice?: SheetChoice): Book | Refused {
  const stream = isContainer(bytes) ? workbookStream(bytes) : bytes
  if ('refused' in stream) return stream
  const state = checkStream(stream)
  // Without the container's other streams: a flipped bit among the properties keeps the library busy for ever.
  return state === 'sound' ? readWithLibrary(asBuffer(stream), 'buffer', choice) : { refused: state }
}

/** Workbooks that Excel 2003 or another program wrote as one XML file. */
export function readXmlWorkbook(text: string, choice?: SheetChoice): Book | Refused {
  const isWhole = /<\/(?:\w+:)?Workbook>\s*$/.test(text.slice(-200))
  return isWhole ? readWithLibrary(text, 'string', choice) : { refused: 'damaged' }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function isContainer(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0
}

function workbookStream(bytes: Uint8Array): Uint8Array | Refused {
  const streams = openContainer(bytes)
  if (!streams) return { refused: 'damaged' }
  if (streams.has('encryptedpackage')) return { refused: 'encrypted' }
  if (streams.has('worddocument')) return { refused: 'old-word' }
  const workbook = streams.get('workbook') ?? streams.get('book')
  if (!workbook) return { refused: streams.size > 0 ? 'foreign-document' : 'damaged' }
  return workbook.content() ?? { refused: 'damaged' }
}

/** A workbook older than 1997 that does not name its encoding is Chinese here. */
const options = { dense: true, cellText: false, cellHTML: false, cellNF: true, codepage: 936 } as const

function readWithLibrary(
  data: Buffer | string,
  type: 'buffer' | 'string',
  choice: SheetChoice | undefined,
): Book | Refused {
  teachLibrary()
  const workbook = attempt(() => read(data, { ...options, type }))
  return workbook ? bookOf(workbook, choice) : { refused: 'damaged' }
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}

function reasonOfKind({ '!type': kind = 'sheet' }: WorkSheet): string | undefined {
  return kind === 'sheet' ? undefined : celllessSheets[kind]
}

function bookOf({ SheetNames, Sheets, Workbook }: WorkBook, choice: SheetChoice | undefined): Book | Refused {
  const is1904 = Workbook?.WBProps?.date1904 === true
  const own = ownSheetsOf((Workbook?.Names ?? []).map(({ Name, Ref }) => ({ name: Name, reference: Ref })))
  const budget = createBudget()
  const sheets: Sheet[] = []
  const skipped: SkippedSheet[] = []
  for (const [at, name] of SheetNames.entries()) {
    const sheet = Sheets[name]
    if (!sheet) return { refused: 'damaged' }
    const isHidden = (Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0
    const reason = reasonToPass(name, isHidden, choice) ?? reasonOfKind(sheet)
    if (reason !== undefined) skipped.push({ name, reason })
    else {
      budget.sheet()
      const rows = rowsOf(gridOf(sheet, is1904, budget), budget)
      sheets.push({ name, preamble: [], rows, ...(own.has(name) && { isOwn: true }) })
    }
    const exceeded = budget.exceeded()
    if (exceeded) return { refused: exceeded }
  }
  return { sheets, skipped }
}

/** Encodings by the numbers Windows has for them; what is not listed is taken for Chinese. */
const codepages: ReadonlyMap<number, string> = new Map([
  [1200, 'utf-16le'],
  [65001, 'utf-8'],
  [950, 'big5'],
])

/** The library lacks the date formats of Chinese Excel, and without half a megabyte of tables all codepages. */
function teachLibrary(): void {
  for (let id = 27; id <= 58; id++) {
    const { kind } = builtInStyle(id)
    if (kind === 'date') SSF.load('yyyy-mm-dd', id)
    else if (kind === 'month') SSF.load('yyyy-mm', id)
  }
  set_cptable({
    utils: {
      decode: (codepage: number, bytes: Iterable<number>) =>
        new TextDecoder(codepages.get(codepage) ?? 'gb18030').decode(Uint8Array.from(bytes)),
    },
  })
}

import { read, SSF, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { builtInStyle } from '../../office/number-format.ts'
import { ownSheetsOf } from '../../office/own-sheets.ts'
import type { Refused } from '../refusal.ts'
import type { Book, Sheet, SheetChoice, SkippedSheet } from '../row.ts'
import { createBudget } from './budget.ts'
import { celllessSheets, reasonToPass } from './cell-text.ts'
import { openContainer } from './container.ts'
import { rowsOf } from './grid.ts'
import { gridOf } from './old-sheet.ts'

// Types of records; a part of a stream begins differently in each version.
const beginnings: readonly number[] = [0x0009, 0x0209, 0x0409, 0x0809]
const end = 0x000a
const password = 0x002f
const sheet = 0x0085

/** The reader keeps quiet about a stream that breaks off: every part must end, and every sheet be there. */
function checkStream(stream: Uint8Array): 'sound' | 'encrypted' | 'damaged' {
  const begun = new Set<number>()
  const sheets: number[] = []
  let open = 1
  for (const { type, at, data, depth } of recordsOf(stream)) {
    if (type === password) return 'encrypted'
    if (beginnings.includes(type)) begun.add(at)
    else if (type === sheet && data.byteLength >= 4) sheets.push(data.getUint32(0, true))
    open = depth
  }
  return open === 0 && sheets.every((at) => begun.has(at)) ? 'sound' : 'damaged'
}

interface OldRecord {
  readonly type: number
  readonly at: number
  readonly data: DataView
  readonly depth: number
}

/** Up to the last part's end; some writers fill the rest with zeros. */
function* recordsOf(stream: Uint8Array): Generator<OldRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength)
  let depth = 0
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true)
    const length = view.getUint16(at + 2, true)
    if (beginnings.includes(type)) depth++
    else if (depth === 0) return
    else if (type === end) depth--
    if (at + 4 + length > stream.length) return
    yield { type, at, data: new DataView(stream.buffer, stream.byteOffset + at + 4, length), depth }
    at += 4 + length
  }
}

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

import type { TextDialect } from '../log/text/dialect.ts'
import { closingQuote, groupLastRecords } from '../log/text/quoted.ts'
import { headings } from '../model/case.ts'
import type { Edit } from '../model/edit.ts'
import { type RawLog, rawLogOf, rawWord } from './raw-text.ts'

interface RawRecord {
  readonly line: number
  readonly start: number
  readonly text: string
  readonly isBroken: boolean
}

/** The same lines as the reader's, each with where it ends and where the next one starts. */
function* rawLines(text: string, lineEnd: TextDialect['lineEnd']): Generator<readonly [number, number]> {
  const ends = lineEnd === '\n' ? /\r\n|\n|\r/g : /\r/g
  let start = 0
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    start = ends.lastIndex
    yield [end.index, start]
  }
  if (start < text.length) yield [text.length, text.length]
}

function rawRecords(text: string, dialect: TextDialect, delimiter: string): readonly RawRecord[] {
  const lines: string[] = []
  const starts = [0]
  for (const [end, next] of rawLines(text, dialect.lineEnd)) {
    lines.push(text.slice(starts.at(-1), end))
    starts.push(next)
  }
  let next = 0
  return groupLastRecords(lines, { ...dialect, delimiter }).map(({ lines: own, broken }) => {
    const first = next
    next += own.length
    const start = starts[first] ?? 0
    const end = (starts[next - 1] ?? 0) + (lines[next - 1]?.length ?? 0)
    return { line: first + 1, start, text: text.slice(start, end), isBroken: broken !== undefined }
  })
}

const byteOrderMark = /^(?:\ufeff|\xef\xbb\xbf|\x84\x31\x95\x33)/

/** Says what becomes of a record; undefined leaves it as it is. */
export type RecordChange = (record: RawRecord, raw: RawLog) => string | undefined

export function rewriteText(bytes: Uint8Array, dialect: TextDialect, change: RecordChange): Uint8Array {
  const raw = rawLogOf(bytes, dialect.encoding, dialect.delimiter)
  const mark = byteOrderMark.exec(raw.text)?.[0] ?? ''
  const text = raw.text.slice(mark.length)
  const pieces = [mark]
  let written = 0
  for (const record of rawRecords(text, dialect, raw.delimiter)) {
    const changed = change(record, raw)
    if (changed === undefined || changed === record.text) continue
    pieces.push(text.slice(written, record.start), changed)
    written = record.start + record.text.length
  }
  pieces.push(text.slice(written))
  return raw.toBytes(pieces.join(''))
}

/** Where the text of a cell stands in its record, its quotes left out. */
export interface TextCellSpan {
  readonly start: number
  readonly end: number
  readonly isQuoted: boolean
}

interface RecordShape {
  readonly delimiter: string
  /** Its quotes are signs like any other, as they are for the reader. */
  readonly isBroken: boolean
}

export function cellSpans(record: string, { delimiter, isBroken }: RecordShape): readonly TextCellSpan[] {
  const spans: TextCellSpan[] = []
  for (let start = 0; ; ) {
    const behind = !isBroken && record[start] === '"' ? closingQuote(record, start + 1) : start
    const separator = record.indexOf(delimiter, Math.max(behind, start))
    const end = separator < 0 ? record.length : separator
    const isQuoted = behind > start && behind === end
    spans.push(isQuoted ? { start: start + 1, end: end - 1, isQuoted } : { start, end, isQuoted })
    if (separator < 0) return spans
    start = separator + delimiter.length
  }
}

interface FilledCell {
  readonly index: number
  readonly text: string
}

/** In quotes where the cell had them or the text needs them; what a quote stands for is doubled. */
function writtenCell(text: string, isQuoted: boolean, delimiter: string): string {
  const doubled = text.replaceAll('"', '""')
  if (isQuoted) return doubled
  const isInNeed = text.includes(delimiter) || /["\r\n]/.test(text)
  return isInNeed ? `"${doubled}"` : text
}

/** The record with another text in one cell. `text` is raw; quoting is kept as it is. */
function replaceCell(
  { text: record, isBroken }: RawRecord,
  { delimiter }: RawLog,
  { index, text }: FilledCell,
): string {
  const spans = cellSpans(record, { delimiter, isBroken })
  const span = spans[index]
  if (!span) {
    const cell = writtenCell(text, false, delimiter)
    return text === '' ? record : record + delimiter.repeat(index + 1 - spans.length) + cell
  }
  const old = record.slice(span.start, span.end)
  // The quote that breaks a record may stand in this very cell; without it the record would be another.
  if (isBroken && old.includes('"')) return record
  const cell = writtenCell(text, span.isQuoted, delimiter)
  return record.slice(0, span.start) + cell + record.slice(span.end)
}

/** Puts the missing column before a record, quoted where every heading is. */
function createColumn(dialect: TextDialect): (record: string, text: string, raw: RawLog) => string {
  const { encoding, headingDelimiter } = dialect
  const isMixed = headingDelimiter !== dialect.delimiter
  let isQuoted = false
  let isBehindHeading = false
  return (record, text, raw) => {
    const delimiter =
      isMixed && !isBehindHeading ? (rawWord(headingDelimiter, encoding) ?? ',') : raw.delimiter
    if (text === headings.serial && !isBehindHeading) {
      isQuoted = cellSpans(record, { delimiter, isBroken: false }).every((span) => span.isQuoted)
      isBehindHeading = true
    }
    const cell = rawWord(text, encoding) ?? ''
    return `${isQuoted ? `"${cell}"` : cell}${delimiter}${record}`
  }
}

export function writeTextCells(
  bytes: Uint8Array,
  dialect: TextDialect,
  edits: readonly Edit[],
): { readonly bytes: Uint8Array; readonly left: readonly Edit[] } {
  const byLine = new Map<number, Edit[]>()
  for (const edit of edits) byLine.set(edit.line, [...(byLine.get(edit.line) ?? []), edit])
  const putBefore = createColumn(dialect)
  const left: Edit[] = []
  const written = rewriteText(bytes, dialect, (record, raw) => {
    let { text } = record
    for (const edit of byLine.get(record.line) ?? []) {
      const index = edit.layout.index[edit.column]
      const rawText = rawWord(edit.to, dialect.encoding)
      if (rawText === undefined) left.push(edit)
      else if (index === undefined) text = putBefore(text, edit.to, raw)
      else text = replaceCell({ ...record, text }, raw, { index, text: rawText })
    }
    return text
  })
  return { bytes: written, left }
}

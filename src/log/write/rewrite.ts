import type { TextDialect } from '../dialect.ts'
import { groupLastRecords } from '../quoted.ts'
import { type RawText, rawTextOf } from './raw-text.ts'

interface RawRecord {
  /** The physical line it starts on. */
  readonly line: number
  readonly start: number
  readonly text: string
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$|\r$/, '')
}

/** The records and where they stand; line ends keep their own kind. */
function rawRecords(text: string, dialect: TextDialect, delimiter: string): readonly RawRecord[] {
  const ends = dialect.lineEnd === '\n' ? /\r\n|\n|\r/g : /\r/g
  const starts = [0, ...[...text.matchAll(ends)].map((end) => end.index + end[0].length)]
  if (starts.at(-1) === text.length) starts.pop()
  const lines = starts.map((start, at) => withoutLineEnd(text.slice(start, starts[at + 1])))
  let next = 0
  return groupLastRecords(lines, { ...dialect, delimiter }).map((record) => {
    const first = next
    next += record.lines.length
    const start = starts[first] ?? 0
    return { line: first + 1, start, text: withoutLineEnd(text.slice(start, starts[next])) }
  })
}

const byteOrderMark = /^(?:\ufeff|\xef\xbb\xbf|\x84\x31\x95\x33)/

/** Says what becomes of a record; undefined leaves it as it is. */
export type Change = (record: string, line: number, raw: RawText) => string | undefined

/** The log with some records changed and every other byte as it was. */
export function rewriteText(bytes: Uint8Array, dialect: TextDialect, change: Change): Uint8Array {
  const raw = rawTextOf(bytes, dialect.encoding, dialect.delimiter)
  const mark = byteOrderMark.exec(raw.text)?.[0] ?? ''
  const text = raw.text.slice(mark.length)
  const pieces = [mark]
  let written = 0
  for (const record of rawRecords(text, dialect, raw.delimiter)) {
    const changed = change(record.text, record.line, raw)
    if (changed === undefined || changed === record.text) continue
    pieces.push(text.slice(written, record.start), changed)
    written = record.start + record.text.length
  }
  pieces.push(text.slice(written))
  return raw.toBytes(pieces.join(''))
}

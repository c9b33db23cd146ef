import type { TextDialect } from '../log/text/dialect.ts'
import { groupLastRecords } from '../log/text/quoted.ts'
import { type RawLog, rawLogOf } from './raw-text.ts'

export interface RawRecord {
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
export type Change = (record: RawRecord, raw: RawLog) => string | undefined

export function rewriteText(bytes: Uint8Array, dialect: TextDialect, change: Change): Uint8Array {
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

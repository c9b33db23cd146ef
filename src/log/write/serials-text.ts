import type { TextDialect } from '../dialect.ts'
import { cellSpan } from './cell-span.ts'
import { rawWord } from './raw-text.ts'
import { rewriteText } from './rewrite.ts'

/** What stands in 序号 of each numbered record, by the line it starts on; '' for one that stays blank. */
export type Serials = ReadonlyMap<number, string>

function replaceCell(
  record: string,
  delimiter: string,
  { index, to }: { index: number; to: string },
): string {
  const span = cellSpan(record, delimiter, index)
  if (span) return record.slice(0, span.start) + to + record.slice(span.end)
  const missing = index - record.split(delimiter).length + 1
  return to === '' ? record : record + delimiter.repeat(missing) + to
}

/** Fills the 序号 column at `index`. */
export function fillSerials(
  bytes: Uint8Array,
  dialect: TextDialect,
  serials: Serials,
  index: number,
): Uint8Array {
  return rewriteText(bytes, dialect, (record, line, { delimiter }) => {
    const to = serials.get(line)
    return to === undefined ? undefined : replaceCell(record, delimiter, { index, to })
  })
}

/** Puts a 序号 column first: its heading and, for each record in `serials`, a cell. */
export function prependSerials(
  bytes: Uint8Array,
  dialect: TextDialect,
  { headingLine, serials }: { readonly headingLine: number; readonly serials: Serials },
): Uint8Array {
  const { encoding } = dialect
  const heading = rawWord('序号', encoding)
  // A heading typed with full-width commas above rows with another separator.
  const wideComma = dialect.headingDelimiter === dialect.delimiter ? undefined : rawWord('，', encoding)
  return rewriteText(bytes, dialect, (record, line, { delimiter }) => {
    if (line === headingLine) return `${heading}${wideComma ?? delimiter}${record}`
    const to = serials.get(line)
    return to === undefined ? undefined : `${to}${delimiter}${record}`
  })
}

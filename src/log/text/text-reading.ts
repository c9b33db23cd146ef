import type { Refused } from '../refusal.ts'
import type { Row } from '../row.ts'
import type { TableReader } from '../table-reader.ts'
import { createDecoder } from './decode.ts'
import type { TextDialect } from './dialect.ts'
import { createGauge } from './line-gauge.ts'
import type { Quotes } from './quotes.ts'
import { createSplitter } from './records.ts'

/** A heading row typed with another separator than the rows, cut the way it was typed. */
function retype(row: Row, { delimiter, headingDelimiter }: TextDialect): Row {
  return { ...row, cells: row.cells.join(delimiter).split(headingDelimiter) }
}

export interface TextReading {
  readonly push: (bytes: Uint8Array) => Promise<Refused | undefined>
  readonly end: () => void
}

/** Longer texts do not fit among V8's young objects, where they are free again at once. */
const decodedAtOnce = 64 * 1024

/** From bytes to the rows of a table. */
export function createTextReading(dialect: TextDialect, table: TableReader, quotes: Quotes): TextReading {
  const retyping = (row: Row): void => table.row(table.heading() === undefined ? retype(row, dialect) : row)
  const take = dialect.delimiter === dialect.headingDelimiter ? table.row : retyping
  const splitter = createSplitter(dialect, take, quotes.cellsOf)
  const decoder = createDecoder(dialect.encoding)
  const isTooLong = createGauge()
  return {
    async push(bytes) {
      if (isTooLong(bytes)) return { refused: 'endless-line' }
      await quotes.meet(bytes)
      for (let at = 0; at < bytes.length; at += decodedAtOnce) {
        splitter.push(decoder.decode(bytes.subarray(at, at + decodedAtOnce)))
      }
      return undefined
    },
    end() {
      splitter.push(decoder.end())
      splitter.end()
    },
  }
}

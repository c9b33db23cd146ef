import { limits } from '../../model/limits.ts'
import type { Refused } from '../refusal.ts'
import type { Row } from '../row.ts'
import { excessIn } from '../row-limits.ts'
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
  readonly end: () => Refused | undefined
}

/** Longer texts do not fit among V8's young objects, where they are free again at once. */
const decodedAtOnce = 64 * 1024

/** From bytes to the rows of a table. */
export function createTextReading(dialect: TextDialect, table: TableReader, quotes: Quotes): TextReading {
  const isRetyped = dialect.delimiter !== dialect.headingDelimiter
  let refused: Refused | undefined
  const take = (row: Row): void => {
    const excess = excessIn(row) ?? (row.row > limits.lines.most ? 'lines' : undefined)
    if (excess) refused ??= { refused: excess, place: `第 ${row.line} 行` }
    if (refused) return
    table.row(isRetyped && table.heading() === undefined ? retype(row, dialect) : row)
  }
  const splitter = createSplitter(dialect, take, quotes.cellsOf)
  const decoder = createDecoder(dialect.encoding)
  const isTooLong = createGauge(dialect.lineEnd)
  return {
    async push(bytes) {
      if (isTooLong(bytes)) return { refused: 'line' }
      await quotes.meet(bytes)
      for (let at = 0; at < bytes.length && refused === undefined; at += decodedAtOnce) {
        splitter.push(decoder.decode(bytes.subarray(at, at + decodedAtOnce)))
      }
      return refused
    },
    end() {
      splitter.push(decoder.end())
      splitter.end()
      return refused
    },
  }
}

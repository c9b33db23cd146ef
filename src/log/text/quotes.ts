import type { CellsOfRecords } from './quoted.ts'

export interface Quotes {
  /** Told of all bytes before they are split. */
  readonly meet: (bytes: Uint8Array) => Promise<void>
  readonly cellsOf: CellsOfRecords
}

// The same byte in every encoding, and in none a part of another sign but in UTF-16.
const quote = 0x22

/** Most logs have no quote in them: the parser of quoted cells is loaded with the first. */
export function createQuotes(): Quotes {
  let cellsOf: CellsOfRecords | undefined
  return {
    async meet(bytes) {
      if (cellsOf === undefined && bytes.includes(quote)) {
        cellsOf = (await import('./quoted-cells.ts')).cellsOfRecords
      }
    },
    cellsOf(records, delimiter) {
      if (cellsOf === undefined) throw new TypeError('a quote that was not met')
      return cellsOf(records, delimiter)
    },
  }
}

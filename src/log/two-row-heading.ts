import { factNamed, headingNamed, isHeadingRow } from './headings.ts'
import type { Row } from './row.ts'
import { tidy } from './spell/blank.ts'
import { createTableReader, type Reading, type TableReader } from './table-reader.ts'

const isNamed = (text: string): boolean => headingNamed(text) !== undefined || factNamed(text) !== undefined

/**
 * The heading of two rows that begins with the first, or nothing. 立案时间 and 结案时间 below 办理情况, 时间 below 立案:
 * the second row holds nothing but names of columns, and one at least that the first does not have.
 */
function twoRowHeading(first: Row, second: Row): Row | undefined {
  const cells = first.cells.map(tidy)
  let isLonger = false
  for (const [at, cell] of second.cells.entries()) {
    const below = tidy(cell)
    if (below === '') continue
    const above = cells[at] ?? ''
    const name = [below, above + below].find(isNamed)
    if (name === undefined) return undefined
    if (name !== above) {
      isLonger ||= !cells.includes(name)
      cells[at] = name
    }
  }
  return isLonger ? { ...first, cells } : undefined
}

/** Reads a table, its heading only when the row below is seen: the two may be one. */
export function createLogReader(reading: Reading, given?: Row): TableReader {
  const { source, sink } = reading
  const table = createTableReader(reading, given)
  const log = { path: source.path, ...(source.sheet !== undefined && { sheet: source.sheet }) }
  let held: Row | undefined

  const read = (heading: Row): void => {
    held = undefined
    table.row(heading)
  }

  const readBelow = (heading: Row, row: Row): void => {
    const whole = twoRowHeading(heading, row)
    read(whole ?? heading)
    const layout = table.layout()
    if (whole === undefined) table.row(row)
    else if (layout) sink.other?.('furniture', row, layout)
  }

  return {
    ...table,
    row(row) {
      sink.row?.(row, log)
      if (held) readBelow(held, row)
      else if (table.heading() === undefined && isHeadingRow(row.cells)) held = row
      else table.row(row)
    },
    heading: () => held ?? table.heading(),
    end() {
      if (held) read(held)
      return table.end()
    },
  }
}

import { caseTypeNamed } from '../model/case-type.ts'
import { factNamed, headingNamed, headingRowsSearched, isHeadingRow } from './headings.ts'
import type { Row } from './row.ts'
import { isBlank, tidy } from './spell/blank.ts'
import { createTableReader, type TableReader, type TableReading } from './table-reader.ts'

const isNamed = (text: string): boolean => headingNamed(text) !== undefined || factNamed(text) !== undefined

const longestName = 12

/** A short word that is neither a value nor a case type. */
function mayBeName(cell: string): boolean {
  return cell.length <= longestName && !/\d/.test(cell) && !isBlank(cell) && caseTypeNamed(cell) === undefined
}

const groupTail = /(?:时间|日期|情况|信息|结果|方式)$/

/**
 * What a word below a group says with it: 时间 below 立案, 立案 below 办案时间, 网址 below 公开情况, 方式 below 结果. A word that
 * is no column of the form is a column of the ledger's own.
 */
function nameBelow(group: string, below: string): string {
  const [tail = ''] = groupTail.exec(group) ?? []
  const stem = group.slice(0, group.length - tail.length)
  const isOfClosing = /结果|结案|办结|办理|处理/.test(group)
  const names = [
    ...[below, group + below, stem + below, below + stem, below + group, below + tail],
    ...(isOfClosing ? [`结案${below}`] : []),
  ]
  return names.find(isNamed) ?? group + below
}

/**
 * The heading of two rows that begins with the first, or nothing. The second row holds nothing but words that may be
 * names of columns, and one at least that the first row does not have.
 */
function twoRowHeading(first: Row, second: Row): Row | undefined {
  const width = Math.max(first.cells.length, second.cells.length)
  const groups = Array.from({ length: width }, (_, at) => tidy(first.cells[at] ?? ''))
  const cells = [...groups]
  let group = ''
  let isLonger = false
  for (const [at, cell] of second.cells.entries()) {
    group = groups[at] || group
    const below = tidy(cell)
    if (below === '') continue
    if (!mayBeName(below)) return undefined
    const name = nameBelow(group, below)
    isLonger ||= isNamed(name) && !groups.includes(name)
    cells[at] = name
  }
  // A title above a heading says nothing that the heading lacks.
  const addsName = groups.some((text, at) => isNamed(text) && tidy(second.cells[at] ?? '') === '')
  const needsBoth = addsName || !isHeadingRow(second.cells)
  return isLonger && needsBoth && isHeadingRow(cells) ? { ...first, cells } : undefined
}

export interface FoundHeading {
  /** Where its first row stands among these. */
  readonly at: number
  readonly row: Row
  readonly height: 1 | 2
}

/** The heading of a sheet: a row by itself or with the one below it. */
export function findHeading(rows: readonly Row[]): FoundHeading | undefined {
  for (const [at, row] of rows.slice(0, headingRowsSearched).entries()) {
    const below = rows[at + 1]
    const whole = below && twoRowHeading(row, below)
    if (whole) return { at, row: whole, height: 2 }
    if (isHeadingRow(row.cells)) return { at, row, height: 1 }
  }
  return undefined
}

/** Reads a table, a row that may be half of its heading only when the row below is seen. */
export function createLogReader(reading: TableReading, given?: Row): TableReader {
  const { source, sink, counts } = reading
  const table = createTableReader(reading, given)
  const log = { path: source.path, ...(source.sheet !== undefined && { sheet: source.sheet }) }
  let held: Row | undefined
  /** The first row of a heading of two, as it stands again on later pages. */
  let firstHalf: string | undefined

  const readLower = (row: Row): void => {
    const layout = table.layout()
    if (layout) sink.other?.('furniture', row, layout)
  }

  const readBelow = (above: Row, row: Row): void => {
    const isAgain = table.heading() !== undefined
    const whole = twoRowHeading(above, row)
    held = undefined
    table.row(whole ?? above)
    if (whole === undefined) take(row)
    else {
      firstHalf = above.cells.join('\n')
      if (isAgain) counts.furniture++
      readLower(row)
    }
  }

  const take = (row: Row): void => {
    const isAgain = firstHalf !== undefined && row.cells.join('\n') === firstHalf
    if (isAgain || table.heading() === undefined) held = row
    else table.row(row)
  }

  return {
    ...table,
    row(row) {
      sink.row?.(row, log)
      if (held) readBelow(held, row)
      else take(row)
    },
    heading: () => (held && isHeadingRow(held.cells) ? held : table.heading()),
    end() {
      if (held) table.row(held)
      held = undefined
      return table.end()
    },
  }
}

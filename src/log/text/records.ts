import type { Row } from '../row.ts'
import { type CellsOfRecords, type Dialect, groupLastRecords, groupRecords } from './quoted.ts'

/** The cells of each line. Without a quote, by RFC 4180, text is lines and separators: no parser is needed. */
function splitPlain(
  text: string,
  { delimiter, lineEnd }: Pick<Dialect, 'delimiter' | 'lineEnd'>,
  take: (cells: readonly string[]) => void,
): void {
  let start = 0
  let separator = text.indexOf(delimiter)
  while (start <= text.length) {
    const next = text.indexOf(lineEnd, start)
    const end = next < 0 ? text.length : next
    const cells: string[] = []
    let count = 0
    // A separator found far ahead is kept for its line, so that many lines without one are searched once.
    while (separator >= 0 && separator < end) {
      cells[count++] = text.slice(start, separator)
      start = separator + delimiter.length
      separator = text.indexOf(delimiter, start)
    }
    cells[count] = text.slice(start, end)
    take(cells)
    start = end + 1
  }
}

export interface Splitter {
  readonly push: (text: string) => void
  readonly end: () => void
}

/** Whole lines, their last end left away, with one kind of line end. */
function withOneLineEnd(body: string, lineEnd: '\n' | '\r'): string {
  if (lineEnd === '\r' || !body.includes('\r')) return body
  const bare = body.endsWith('\r') ? body.slice(0, -1) : body
  return bare.replace(/\r\n/g, '\n').replace(/\r/g, '\n')
}

type LineCount = (
  cells: readonly string[],
  lines: number,
  more?: Pick<Row, 'broken' | 'undecodable' | 'strayQuote'>,
) => void

/** Hands out rows with their places; every physical line ends up in exactly one. */
function countingInto(take: (row: Row) => void): LineCount {
  let line = 1
  let row = 1
  return (cells, lines, more) => {
    take(more ? { line, row, cells, ...more } : { line, row, cells })
    line += lines
    row++
  }
}

const undecodable = { undecodable: true } as const

function isUndecodable(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.includes('\ufffd'))
}

const literalFormula = /^="[^"]*"$/

/** A cell with a quote in it that was not typed as quoted cells are; -1 where there is none. */
function strayQuoteIn(cells: readonly string[], text: string): number {
  return cells.findIndex(
    (cell) =>
      cell.includes('"') && !literalFormula.test(cell) && !text.includes(`"${cell.replaceAll('"', '""')}"`),
  )
}

/** Cuts whole lines into rows; those of a quoted cell that goes on wait for the next. */
function createCutter(dialect: Dialect, count: LineCount, cellsOf: CellsOfRecords) {
  const { delimiter, lineEnd } = dialect
  const signs = { delimiter, lineEnd }
  let open: readonly string[] = []
  /** Lines still to come of a quoted cell that swallowed rows: their quotes are that one's. */
  let torn = 0

  const takeQuoted = (lines: readonly string[], isLast: boolean): void => {
    const group = isLast
      ? { records: groupLastRecords(lines, dialect), open: [] }
      : groupRecords(lines, dialect)
    open = group.open
    cellsOf(group.records, delimiter).forEach((cells, at) => {
      const { lines: own, broken } = group.records[at] ?? { lines: [''] }
      const stray = broken || torn > 0 ? -1 : strayQuoteIn(cells, own.join('\n'))
      torn = broken?.rule === 'quote-swallows-rows' ? broken.lines : torn - own.length
      const more = {
        ...(broken && { broken }),
        ...(isUndecodable(cells) && undecodable),
        ...(stray >= 0 && { strayQuote: stray }),
      }
      count(cells, own.length, more)
    })
  }

  const takePlain = (text: string): void => {
    const suspect = text.includes('\ufffd')
    splitPlain(text, signs, (cells) =>
      count(cells, 1, suspect && isUndecodable(cells) ? undecodable : undefined),
    )
  }

  return {
    take(body: string, isLast: boolean): void {
      const text = withOneLineEnd(body, lineEnd)
      if (open.length > 0 || text.includes('"')) takeQuoted([...open, ...text.split(lineEnd)], isLast)
      else takePlain(text)
    },
    takeOpen(): void {
      if (open.length > 0) takeQuoted(open, true)
    },
  }
}

export function createSplitter(
  dialect: Dialect,
  take: (row: Row) => void,
  cellsOf: CellsOfRecords,
): Splitter {
  const { lineEnd } = dialect
  const lines = createCutter(dialect, countingInto(take), cellsOf)
  let carry = ''
  return {
    push(text) {
      const first = text.indexOf(lineEnd)
      const last = text.lastIndexOf(lineEnd)
      // The line that began before goes by itself: joining it to the whole text would copy the text.
      if (first >= 0) lines.take(carry + text.slice(0, first), false)
      if (last > first) lines.take(text.slice(first + 1, last), false)
      carry = last < 0 ? carry + text : text.slice(last + 1)
    },
    end() {
      if (carry === '') lines.takeOpen()
      else lines.take(carry, true)
      carry = ''
    },
  }
}

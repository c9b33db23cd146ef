import { cellsOfRecords, type Dialect, groupLastRecords, groupRecords } from './quoted.ts'
import type { Row } from './row.ts'

export interface Splitter {
  readonly push: (text: string) => void
  readonly end: () => void
}

function toLines(body: string, lineEnd: '\n' | '\r'): readonly string[] {
  const lines = body.split(lineEnd)
  if (lineEnd === '\r' || !body.includes('\r')) return lines
  return lines.flatMap((line) => {
    const bare = line.endsWith('\r') ? line.slice(0, -1) : line
    return bare.includes('\r') ? bare.split('\r') : bare
  })
}

/** Hands out rows with their places; every physical line ends up in exactly one. */
function createCounter(take: (row: Row) => void) {
  let line = 1
  let row = 1
  return (cells: readonly string[], lines: number, more?: Pick<Row, 'broken' | 'undecodable'>): void => {
    take(more ? { line, row, cells, ...more } : { line, row, cells })
    line += lines
    row++
  }
}

const undecodable = { undecodable: true } as const

function isUndecodable(cells: readonly string[]): boolean {
  return cells.some((cell) => cell.includes('\ufffd'))
}

/** Splits decoded text into rows as it comes. */
export function createSplitter(dialect: Dialect, take: (row: Row) => void): Splitter {
  const { delimiter, lineEnd } = dialect
  const count = createCounter(take)
  let carry = ''
  let open: readonly string[] = []

  const takeQuoted = (lines: readonly string[], isLast: boolean): void => {
    const group = isLast
      ? { records: groupLastRecords(lines, dialect), open: [] }
      : groupRecords(lines, dialect)
    open = group.open
    cellsOfRecords(group.records, delimiter).forEach((cells, at) => {
      const { lines: own, broken } = group.records[at] ?? { lines: [''] }
      const more = { ...(broken && { broken }), ...(isUndecodable(cells) && undecodable) }
      count(cells, own.length, more)
    })
  }

  // Without a quote, by RFC 4180, text is lines and separators: no parser is needed.
  const takePlain = (lines: readonly string[], suspect: boolean): void => {
    for (const text of lines) {
      const cells = text.split(delimiter)
      count(cells, 1, suspect && isUndecodable(cells) ? undecodable : undefined)
    }
  }

  const takeBody = (body: string, isLast: boolean): void => {
    const lines = toLines(body, lineEnd)
    if (open.length > 0 || body.includes('"')) takeQuoted([...open, ...lines], isLast)
    else takePlain(lines, body.includes('\ufffd'))
  }

  return {
    push(text) {
      const data = carry + text
      const last = data.lastIndexOf(lineEnd)
      carry = last < 0 ? data : data.slice(last + 1)
      if (last >= 0) takeBody(data.slice(0, last), false)
    },
    end() {
      if (carry !== '') takeBody(carry, true)
      else if (open.length > 0) takeQuoted(open, true)
      carry = ''
    },
  }
}

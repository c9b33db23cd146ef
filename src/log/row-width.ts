import {
  type Case,
  type Column,
  columnBit,
  columns,
  everyColumn,
  type Fact,
  type Layout,
} from '../model/case.ts'
import { cellWithCase } from './case-in-cell.ts'
import { type CaseText, cellsOf, readCase } from './case-reader.ts'
import type { ReadLayout } from './layout.ts'
import type { Row } from './row.ts'
import { tidy } from './spell/blank.ts'
import type { LogSink, TableSource } from './table-reader.ts'

/**
 * A row of a text log that has more cells than there are headings: a separator inside some cell cut it in pieces. Each
 * column might be that cell; the row is read as makes the most of its cells mean what their headings say, so that what
 * else is wrong with the case is said at once. The row keeps its error all the same: nobody knows that it is so.
 */
interface Realigned {
  /** Where the columns stand in this row. */
  readonly layout: Layout
  /** Columns of which nothing may be said, as bits. */
  readonly doubtful: number
}

/** More pieces than this are no cell with a comma in it. */
const mostPieces = 6

const readings: readonly ((c: Case) => unknown)[] = [
  (c) => c.serial,
  (c) => c.type,
  (c) => c.filed,
  (c) => c.closed,
  (c) => c.published,
  (c) => (c.outcome && c.outcome.state === 'unknown' ? undefined : c.outcome),
  (c) => (c.url && c.url.links.length === 0 ? undefined : c.url),
  (c) => (c.caseNumber && !/\d/.test(c.caseNumber) ? undefined : c.caseNumber),
]

/** How well the cells fit their headings. */
function fitOf(row: Row, layout: Layout, unreadable: number): number {
  const c = readCase(row, cellsOf(row, layout.index), layout, unreadable)
  return readings.reduce((sum, readingOf) => {
    const value = readingOf(c)
    return sum + (value === undefined ? -1 : value === null ? 0 : 1)
  }, 0)
}

function shifted<Key extends Column | Fact>(
  index: Readonly<Partial<Record<Key, number>>>,
  cut: number,
  by: number,
): Partial<Record<Key, number>> {
  const moved: Partial<Record<Key, number>> = { ...index }
  for (const key of Object.keys(index) as Key[]) {
    const at = index[key]
    if (at !== undefined && at > cut) moved[key] = at + by
  }
  return moved
}

const plain: readonly Column[] = ['serial', 'type', 'filed', 'closed', 'published']

/** Nobody types a separator into a 序号, a type, a day or 是. */
function isPlain({ index }: Layout, at: number): boolean {
  return plain.some((column) => index[column] === at)
}

/** Columns that the arrangements do not read alike. */
function differing(texts: readonly CaseText[]): number {
  const [first, ...others] = texts
  const unlike = columns.filter((column) => others.some((text) => text[column] !== first?.[column]))
  return unlike.reduce((bits, column) => bits | columnBit[column], 0)
}

function realigned(row: Row, { layout, width, unreadable }: ReadLayout): Realigned {
  const least = row.cells.findLastIndex((cell) => tidy(cell) !== '') + 1 - width
  if (least >= mostPieces) return { layout, doubtful: everyColumn }
  // The blank cells at the end are cells of the form, or separators too many.
  const most = Math.min(row.cells.length - width, mostPieces)
  const counts = Array.from({ length: most - least + 1 }, (_, at) => most - at)
  const cuts = Array.from({ length: width }, (_, at) => at).filter((at) => !isPlain(layout, at))
  const arrangements = counts.flatMap((more) =>
    cuts.map((cut) => {
      const index = shifted(layout.index, cut, more)
      const moved = { ...layout, index, ...(layout.facts && { facts: shifted(layout.facts, cut, more) }) }
      return { cut, layout: moved, fit: fitOf(row, moved, unreadable) }
    }),
  )
  const best = Math.max(...arrangements.map(({ fit }) => fit))
  const fitting = arrangements.filter(({ fit }) => fit === best)
  // Most often it is the last column, 备注, that holds a sentence.
  const chosen = fitting.at(-1)
  if (chosen === undefined) return { layout, doubtful: everyColumn }
  const cut = columns.find((column) => layout.index[column] === chosen.cut)
  const unlike = differing(fitting.map((one) => cellsOf(row, one.layout.index)))
  return { layout: chosen.layout, doubtful: unlike | (cut ? columnBit[cut] : 0) }
}

/** A quote that never closes: what stands behind the last separator may go on where nobody can follow. */
function doubtfulBehindQuote({ cells }: Row, { layout }: ReadLayout): number {
  const open = columns.filter((column) => (layout.index[column] ?? -1) >= cells.length - 1)
  return open.reduce((bits, column) => bits | columnBit[column], 0)
}

function reportBeyond(row: Row, { layout, width }: ReadLayout, source: TableSource, sink: LogSink): void {
  const beyond = row.cells
    .slice(width)
    .map(tidy)
    .filter((cell) => cell !== '')
  const index = row.cells.findIndex((cell, at) => at >= width && tidy(cell) !== '')
  const place = { layout, line: row.line, row: row.row, index }
  sink.fault({ rule: 'row-too-long', beyond, workbook: source.isWorkbook }, place)
}

/** A cell more, and a blank one fell off the end: an address that a separator cut in two. */
function reportCutLink(row: Row, { layout }: ReadLayout, sink: LogSink): boolean {
  const { url = -1 } = layout.index
  const rest = tidy(row.cells[url + 1] ?? '')
  if (url < 0 || !isCutLink(tidy(row.cells[url] ?? ''), rest)) return false
  const place = { layout, line: row.line, row: row.row, index: url + 1 }
  sink.fault({ rule: 'row-too-long', beyond: [], workbook: false, cut: rest }, place)
  return true
}

function reportShort(row: Row, { layout, width }: ReadLayout, sink: LogSink): void {
  if (cellWithCase(row.cells) >= 0) return
  const fault = { rule: 'row-too-short', cells: row.cells.length, headings: width } as const
  sink.fault(fault, { layout, line: row.line, row: row.row })
}

/** Faults of a row's own shape; where its columns probably stand, and the bits they spoil. */
export function checkWidth(row: Row, read: ReadLayout, source: TableSource, sink: LogSink): Realigned {
  const asItIs = { layout: read.layout, doubtful: 0 }
  const { length } = row.cells
  if (length < read.width && !source.isWorkbook) {
    if (row.broken) return { ...asItIs, doubtful: doubtfulBehindQuote(row, read) }
    reportShort(row, read, sink)
  }
  if (length <= read.width) return asItIs
  if (row.cells.slice(read.width).every((cell) => tidy(cell) === '')) {
    const isCut = !source.isWorkbook && !row.broken && reportCutLink(row, read, sink)
    return isCut ? { ...asItIs, doubtful: columnBit.url } : asItIs
  }
  if (!row.broken) reportBeyond(row, read, source, sink)
  return source.isWorkbook ? asItIs : realigned(row, read)
}

/** Signs of an address alone, a letter among them: no remark is written so. */
const signsOfAddress = /^(?=.*[a-z])[!-~]+$/i
const page = /\.(?:s?html?|jspx?|aspx?|php|do|action|pdf)(?:[?#].*)?$/i
const path = /[a-z].*\/|\/.*[a-z]/i
/** N/A is a remark. */
const shortestPath = 4

/** Whether the second cell is the end of the address in the first, cut off by a separator that got into it. */
function isCutLink(url: string, next: string): boolean {
  if (!/^https?:\/\//i.test(url) || !signsOfAddress.test(next)) return false
  return page.test(url + next) || (next.length >= shortestPath && path.test(next))
}

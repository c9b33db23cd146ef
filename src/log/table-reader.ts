import { type Case, everyColumn, type Layout } from '../model/case.ts'
import { caseTypeNamed } from '../model/case-type.ts'
import type { LogFault, Place } from '../model/log-fault.ts'
import { repairsOf } from '../model/repairs.ts'
import { type Annex, namesUnit, readAnnex } from './annex.ts'
import { cellWithCase } from './case-in-cell.ts'
import { type CaseText, cellsOf, readCase } from './case-reader.ts'
import { headingRowsSearched, isHeadingRow } from './headings.ts'
import { type ReadLayout, readLayout, sameColumns } from './layout.ts'
import type { Row } from './row.ts'
import { beginsLikeDay, kindOfRow, leftOutRow, type RecordCounts, type RowKind } from './row-kind.ts'
import { checkWidth } from './row-width.ts'
import { foldWidth, tidy, withoutSpaces } from './spell/blank.ts'
import { readDate } from './spell/date.ts'

export interface LogSink {
  /** With the row as it stands, for who writes the log again. */
  readonly case: (c: Case, row: Row) => void
  readonly fault: (fault: LogFault, place: Place) => void
  /** Told of every heading and of every record behind it that is no case, with the layout that holds there. */
  readonly other?: (kind: Exclude<RowKind, 'case'>, row: Row, layout: Layout) => void
  /** Of every row, before anything is said of it. */
  readonly row?: (row: Row, source: { readonly path: string; readonly sheet?: string }) => void
  /** Awaited between pieces of a long log, so that what is said of it never piles up; told of the cases so far. */
  readonly ready: (cases: number) => Promise<void>
}

export interface TableSource {
  readonly path: string
  readonly sheet?: string
  /** Workbooks and Word tables, where a stray note beyond the last heading shifts nothing. */
  readonly isWorkbook: boolean
  /** Word files and pages. */
  readonly isDocument?: true
  readonly preamble?: readonly string[]
}

export interface TableReader {
  readonly row: (row: Row) => void
  /** Behind the last row: where the heading was, what the rows above it and the furniture below it say. */
  readonly end: () => Annex & { readonly headingLine: number | null }
  /** The one that holds for the next row, and what it says. */
  readonly heading: () => Row | undefined
  readonly layout: () => Layout | undefined
}

function reportUndecodable(row: Row, layout: Layout, sink: LogSink): void {
  row.cells.forEach((text, index) => {
    if (text.includes('\ufffd')) {
      const place = { layout, line: row.line, row: row.row, index }
      sink.fault({ rule: 'undecodable-text', text: tidy(text) }, place)
    }
  })
}

/** Faults of what stands in the cells of a case; the bits they spoil. */
function checkCells(row: Row, { layout }: ReadLayout, { sink }: Pick<TableReading, 'sink'>): number {
  const place = { layout, line: row.line, row: row.row }
  const say = (rule: 'quote-stray' | 'row-in-one-cell', index: number): void =>
    sink.fault({ rule, text: tidy(row.cells[index] ?? '') }, { ...place, index })
  const whole = beginsLikeDay(row.cells[layout.index.filed ?? -1] ?? '') ? -1 : cellWithCase(row.cells)
  if (whole >= 0) say('row-in-one-cell', whole)
  else if (row.strayQuote !== undefined) say('quote-stray', row.strayQuote)
  return whole >= 0 ? everyColumn : 0
}

export interface TableReading {
  readonly source: TableSource
  readonly counts: RecordCounts
  readonly sink: LogSink
}

function reportLeftOut(row: Row, text: CaseText, layout: Layout, { counts, sink }: TableReading): void {
  const found = leftOutRow(text, row.cells)
  if (found === undefined) return
  const { words, type, cases } = found
  counts.leftOut.push({ type, cases })
  sink.fault({ rule: 'cases-left-out', words, type }, { layout, line: row.line, row: row.row })
}

function readRow(row: Row, layout: ReadLayout, reading: TableReading): RowKind {
  const { source, counts, sink } = reading
  const text = cellsOf(row, layout.layout.index)
  if (row.undecodable) reportUndecodable(row, layout.layout, sink)
  if (row.broken) sink.fault(row.broken, { layout: layout.layout, line: row.line, row: row.row })
  const kind = kindOfRow(text, row.cells)
  if (kind !== 'case') {
    counts[kind === 'heading' ? 'furniture' : kind]++
    if (kind === 'furniture') reportLeftOut(row, text, layout.layout, reading)
    if (kind !== 'heading') sink.other?.(kind, row, layout.layout)
    return kind
  }
  const spoilt = checkCells(row, layout, reading)
  const meant = checkWidth(row, layout, source, sink)
  const read = meant.layout === layout.layout ? text : cellsOf(row, meant.layout.index)
  const c = readCase(row, read, meant.layout, layout.unreadable | spoilt | meant.doubtful)
  counts.cases++
  if (row.isHidden) counts.hidden++
  counts.repairs += repairsOf(c).length
  sink.case(c, row)
  return kind
}

/** Counted and shown like any other case, so that none is lost; its finding keeps it out of the table. */
function readAbove(row: Row, { layout, unreadable }: ReadLayout, heading: Row, reading: TableReading): void {
  const { counts, sink } = reading
  const text = cellsOf(row, layout.index)
  const said = [text.type, text.caseNumber, text.filed].filter((cell) => cell !== '').join(' ')
  const place = { layout, line: row.line, row: row.row }
  sink.fault({ rule: 'rows-above-heading', text: said, heading: heading.row }, place)
  counts.cases++
  sink.case({ ...readCase(row, text, layout, unreadable), faulty: everyColumn }, row)
}

function logOf({ path, sheet, isDocument }: TableSource): Pick<Layout, 'path' | 'sheet' | 'isDocument'> {
  return { path, ...(sheet !== undefined && { sheet }), ...(isDocument && { isDocument }) }
}

const mostAnnexRows = 1000

/**
 * Finds the heading among the first rows and reads every row behind it; the same for text, sheets and tables. A table
 * that goes on from the one before it is given that one's heading.
 */
export function createTableReader(reading: TableReading, given?: Row): TableReader {
  const { source, sink } = reading
  const around: (readonly string[])[] = (source.preamble ?? []).map((paragraph) => [paragraph])
  const above: Row[] = []
  let headingLine: number | null = null
  const log = logOf(source)
  let heading = given
  let layout = heading && readLayout(heading, log)

  // A heading repeated behind may stand in another order: two logs laid end to end.
  const openLayout = (row: Row): void => {
    const next = readLayout(row, log)
    sink.other?.('heading', row, next.layout)
    if (layout && sameColumns(layout, next)) return
    for (const [fault, place] of next.faults) sink.fault(fault, place)
    headingLine ??= row.line
    layout = next
    heading = row
  }

  const search = (row: Row): void => {
    if (above.length >= headingRowsSearched) return
    if (isHeadingRow(row.cells)) {
      openLayout(row)
      if (layout) for (const found of casesAbove(above, layout)) readAbove(found, layout, row, reading)
    } else {
      above.push(row)
      around.push(row.cells)
    }
  }

  const read = (row: Row, known: ReadLayout): void => {
    const kind = readRow(row, known, reading)
    if (kind === 'heading') openLayout(row)
    if (kind === 'furniture' && around.length < mostAnnexRows && namesUnit(row.cells)) around.push(row.cells)
  }

  return {
    row(row) {
      if (layout) read(row, layout)
      else search(row)
    },
    layout: () => layout?.layout,
    heading: () => heading,
    end: () => ({ ...readAnnex(around), headingLine }),
  }
}

/** A title or 时间 fills one of these cells by chance, never two. */
function readsAsCase({ type, caseNumber, filed }: CaseText): boolean {
  const signs = [
    caseTypeNamed(withoutSpaces(type)) !== undefined,
    /\d.*号$/.test(foldWidth(caseNumber)),
    filed !== '' && readDate(filed) !== undefined,
  ]
  return signs.filter(Boolean).length >= 2
}

/** A sheet that was sorted with its heading has cases above it. */
function casesAbove(rows: readonly Row[], { layout }: ReadLayout): readonly Row[] {
  return rows.filter((row) => readsAsCase(cellsOf(row, layout.index)))
}

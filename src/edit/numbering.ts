import { cellsOf } from '../log/case-reader.ts'
import type { Row } from '../log/row.ts'
import { kindOfRow, type RowKind } from '../log/row-kind.ts'
import type { LogSink } from '../log/table-reader.ts'
import type { TextOptions } from '../log/text/dialect.ts'
import { type Case, type Column, everyColumn, headings, type Layout } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import type { Edit } from '../model/edit.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import { type Unwritable, type WrittenLog, writeEdits } from './write-edits.ts'

/** What becomes of the cases; every one is counted once. */
export interface Numbered {
  readonly edits: readonly Edit[]
  readonly numbered: number
  readonly blank: number
  readonly outOfScope: number
}

interface NumberingSink extends Required<Pick<LogSink, 'other'>> {
  readonly case: (c: Case) => void
  readonly finding: (finding: Finding) => void
}

export interface Numbering {
  /** What is told here of each row; each finding is passed on. */
  readonly sinkBefore: (next: NumberingSink['finding']) => NumberingSink
  /** undefined where an error of the log itself leaves in doubt which row is what. */
  readonly finish: (types: readonly CaseType[]) => Numbered | undefined
}

/** All that is kept of a case, for logs of any length. */
type Numberable = Pick<Case, 'layout' | 'line' | 'row' | 'type' | 'serial' | 'faulty'> & {
  readonly from: string
}

type SerialPlace = Pick<Edit, 'layout' | 'line' | 'row' | 'from'>

function editAt({ layout, line, row, from }: SerialPlace, to: string, reason: string): Edit {
  return { layout, line, row, column: 'serial', from, to, reason }
}

function withColumnFirst(index: Layout['index']): Layout['index'] {
  const moved = Object.entries(index).map(([column, at]): [Column, number] => [column as Column, at + 1])
  return { ...Object.fromEntries(moved), serial: 0 }
}

/** Totals stand under their headings: one column off they could read as a case. */
function readsOtherwise(row: Row, { index }: Layout): boolean {
  return kindOfRow(cellsOf(row, withColumnFirst(index)), row.cells) !== 'furniture'
}

/** What a missing 序号 column says in a row that is no case; undefined where the row stays as it is. */
function addedCell(kind: Exclude<RowKind, 'case'>, row: Row, layout: Layout): string | undefined {
  if (kind === 'heading') return headings.serial
  if (kind === 'placeholder') return ''
  return kind === 'furniture' && readsOtherwise(row, layout) ? '' : undefined
}

function placeOf(sheet: string | undefined, line: number | undefined): string {
  return `${line}\n${sheet ?? ''}`
}

/** A number in a faulty row misleads; words may belong to another cell, or be all that the row says. */
function isMisleading({ serial, faulty, layout }: Numberable, isCutRight: boolean): boolean {
  return typeof serial === 'number' && ((isCutRight && faulty !== everyColumn) || layout.index.serial === 0)
}

/** Where the cells of such a row stand is a guess, good enough to read them and not to write into one. */
const cutElsewhere: ReadonlySet<string> = new Set(['row-too-long', 'quote-unclosed'])

type Fate = number | 'blank' | 'outOfScope'

const reasons = {
  numbered: '各类案件分别从 1 编起',
  blank: '这一行有错误，改好以后再编',
  outOfScope: '不在统计范围，不编号',
} as const

/** undefined leaves the cell as it is. */
function textFor(c: Numberable, fate: Fate, isCutRight: boolean): string | undefined {
  if (typeof fate === 'number') return String(fate)
  const isEmptied = c.layout.index.serial === undefined || (fate === 'blank' && isMisleading(c, isCutRight))
  return isEmptied ? '' : undefined
}

function fatesFor(types: readonly CaseType[], isFaulty: (c: Numberable) => boolean): (c: Numberable) => Fate {
  const counts = new Map<CaseType | null | undefined, number>(types.map((type) => [type, 0]))
  return (c) => {
    if (isFaulty(c)) return 'blank'
    const count = counts.get(c.type)
    if (count === undefined) return 'outOfScope'
    counts.set(c.type, count + 1)
    return count + 1
  }
}

/** `isAboutLog`: whether a finding speaks against the log as a whole. */
export function createNumbering(isAboutLog: (finding: Finding) => boolean): Numbering {
  const cases: Numberable[] = []
  const edits: Edit[] = []
  const faultyPlaces = new Set<string>()
  const cutPlaces = new Set<string>()
  let isReadable = true
  const sink: Omit<NumberingSink, 'finding'> = {
    case({ layout, line, row, type, serial, faulty, text }) {
      cases.push({ layout, line, row, type, serial, faulty, from: text.serial })
    },
    other(kind, row, layout) {
      const text = layout.index.serial === undefined ? addedCell(kind, row, layout) : undefined
      const spot = { layout, line: row.line, row: row.row, from: '' }
      if (text !== undefined) edits.push(editAt(spot, text, '加上序号一栏'))
    },
  }
  const note = (one: Finding): void => {
    if (one.severity !== 'error') return
    if (isAboutLog(one)) isReadable = false
    else faultyPlaces.add(placeOf(one.sheet, one.line))
    if (cutElsewhere.has(one.rule)) cutPlaces.add(placeOf(one.sheet, one.line))
  }
  return {
    sinkBefore: (next) => ({
      ...sink,
      finding(one) {
        note(one)
        next(one)
      },
    }),
    finish(types) {
      const fateOf = fatesFor(types, (c) => faultyPlaces.has(placeOf(c.layout.sheet, c.line)))
      const counts = { numbered: 0, blank: 0, outOfScope: 0 }
      for (const c of cases) {
        const fate = fateOf(c)
        const kind = typeof fate === 'number' ? 'numbered' : fate
        counts[kind]++
        const text = textFor(c, fate, !cutPlaces.has(placeOf(c.layout.sheet, c.line)))
        if (text !== undefined) edits.push(editAt(c, text, reasons[kind]))
      }
      return isReadable ? { edits, ...counts } : undefined
    },
  }
}

// To write so many takes a second.
const manyCases = 100_000

/** undefined where no row can be numbered. `making` says that something takes long. */
export async function numberedCopy(
  { bytes }: { readonly bytes: Uint8Array },
  log: LogSummary | undefined,
  { edits }: Numbered,
  options: TextOptions,
  making: <T>(what: string, make: () => Promise<T>) => Promise<T>,
): Promise<WrittenLog | Unwritable | undefined> {
  if (!log || log.headingLine === null) return undefined
  const make = () => writeEdits({ bytes, options, sheets: log.sheets ?? [] }, edits, 'replaced')
  return await (log.cases >= manyCases ? making('编号的副本', make) : make())
}

export function sentence({ numbered, blank, outOfScope }: Numbered): string {
  return [
    `编号 ${numbered} 件`,
    ...(blank > 0 ? [`有错误而留空 ${blank} 件`] : []),
    ...(outOfScope > 0 ? [`不在统计范围而照旧 ${outOfScope} 件`] : []),
  ].join('，')
}

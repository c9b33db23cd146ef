import type { LogSink } from '../log/table-reader.ts'
import type { TextOptions } from '../log/text/dialect.ts'
import { type Case, everyColumn, type Layout } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import type { Finding } from '../model/finding.ts'
import type { LogSummary } from '../model/log.ts'
import { addedCell, type CellText, type Unwritable, type WrittenLog } from './cell-text.ts'
import { writeCells } from './write-cells.ts'

/** What becomes of the cases; every one is counted once. */
export interface Numbered {
  readonly cells: readonly CellText[]
  readonly numbered: number
  readonly blank: number
  readonly outOfScope: number
}

interface RowSink extends Required<Pick<LogSink, 'other'>> {
  readonly case: (c: Case) => void
  readonly finding: (finding: Finding) => void
}

export interface Numbering {
  /** What is told here of each row; each finding is passed on. */
  readonly sinkBefore: (next: RowSink['finding']) => RowSink
  /** undefined where an error of the log itself leaves in doubt which row is what. */
  readonly finish: (types: readonly CaseType[]) => Numbered | undefined
}

/** All that is kept of a case, for logs of any length. */
type Numberable = Pick<Case, 'layout' | 'line' | 'type' | 'serial' | 'faulty'>

function cellAt({ sheet, index }: Layout, line: number, text: string): CellText {
  const { serial, type: like } = index
  return {
    line,
    ...(sheet !== undefined && { sheet }),
    index: serial,
    ...(like !== undefined && { like }),
    text,
  }
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
  const cells: CellText[] = []
  const faultyPlaces = new Set<string>()
  const cutPlaces = new Set<string>()
  let isReadable = true
  const sink: Omit<RowSink, 'finding'> = {
    case({ layout, line, type, serial, faulty }) {
      cases.push({ layout, line, type, serial, faulty })
    },
    other(kind, row, layout) {
      const text = layout.index.serial === undefined ? addedCell(kind, row, layout) : undefined
      if (text !== undefined) cells.push(cellAt(layout, row.line, text))
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
        counts[typeof fate === 'number' ? 'numbered' : fate]++
        const text = textFor(c, fate, !cutPlaces.has(placeOf(c.layout.sheet, c.line)))
        if (text !== undefined) cells.push(cellAt(c.layout, c.line, text))
      }
      return isReadable ? { cells, ...counts } : undefined
    },
  }
}

// To write so many takes a second.
const manyCases = 100_000

/** undefined where no row can be numbered. `making` says that something takes long. */
export async function numberedCopy(
  { bytes }: { readonly bytes: Uint8Array },
  log: LogSummary | undefined,
  { cells }: Numbered,
  options: TextOptions,
  making: <T>(what: string, make: () => Promise<T>) => Promise<T>,
): Promise<WrittenLog | Unwritable | undefined> {
  if (!log || log.headingLine === null) return undefined
  const make = () => writeCells({ bytes, options, sheets: log.sheets ?? [] }, cells)
  return await (log.cases >= manyCases ? making('编号的副本', make) : make())
}

export function sentence({ numbered, blank, outOfScope }: Numbered): string {
  return [
    `编号 ${numbered} 件`,
    ...(blank > 0 ? [`有错误而留空 ${blank} 件`] : []),
    ...(outOfScope > 0 ? [`不在统计范围而照旧 ${outOfScope} 件`] : []),
  ].join('，')
}

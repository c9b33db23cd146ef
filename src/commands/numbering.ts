import type { Checker } from '../check/check.ts'
import { addedCell } from '../edit/added-cell.ts'
import type { SerialCell } from '../edit/serial-cell.ts'
import type { LogSink } from '../log/table-reader.ts'
import { type Case, everyColumn, type Layout } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import type { Finding } from '../model/finding.ts'
import { isAboutLog } from '../table/left-out.ts'

/** What is wrong in 序号 itself is put right by numbering. */
export function silentOnSerials(checker: Checker): Checker {
  const others = (findings: readonly Finding[]) => findings.filter(({ column }) => column !== 'serial')
  return {
    visit: (c) => others(checker.visit(c)),
    endLog: (layout) => others(checker.endLog(layout)),
    word(fault, place) {
      const { index, layout, line } = place
      const isInCell = line !== undefined && index !== undefined && !fault.rule.startsWith('heading-')
      return isInCell && index === layout.index.serial ? [] : checker.word(fault, place)
    },
  }
}

/** What becomes of the cases; every one is counted once. */
export interface Numbered {
  readonly cells: readonly SerialCell[]
  readonly numbered: number
  readonly blank: number
  readonly outOfScope: number
}

export interface Numbering extends Required<Pick<LogSink, 'case' | 'other'>> {
  readonly finding: (finding: Finding) => void
  /** undefined where an error of the log itself leaves in doubt which row is what. */
  readonly finish: (types: readonly CaseType[]) => Numbered | undefined
}

/** All that is kept of a case, for logs of any length. */
type Numberable = Pick<Case, 'layout' | 'line' | 'type' | 'serial' | 'faulty'>

function cellAt({ sheet, index }: Layout, line: number, text: string): SerialCell {
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
function isMisleading({ serial, faulty, layout }: Numberable): boolean {
  const isCutRight = faulty !== everyColumn || layout.index.serial === 0
  return typeof serial === 'number' && isCutRight
}

type Fate = number | 'blank' | 'outOfScope'

/** undefined leaves the cell as it is. */
function textFor(c: Numberable, fate: Fate): string | undefined {
  if (typeof fate === 'number') return String(fate)
  const isEmptied = c.layout.index.serial === undefined || (fate === 'blank' && isMisleading(c))
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

export function createNumbering(): Numbering {
  const cases: Numberable[] = []
  const cells: SerialCell[] = []
  const faultyPlaces = new Set<string>()
  let isReadable = true
  return {
    finding(one) {
      if (one.severity !== 'error') return
      if (isAboutLog(one)) isReadable = false
      else faultyPlaces.add(placeOf(one.sheet, one.line))
    },
    case({ layout, line, type, serial, faulty }) {
      cases.push({ layout, line, type, serial, faulty })
    },
    other(kind, row, layout) {
      const text = layout.index.serial === undefined ? addedCell(kind, row, layout) : undefined
      if (text !== undefined) cells.push(cellAt(layout, row.line, text))
    },
    finish(types) {
      const fateOf = fatesFor(types, (c) => faultyPlaces.has(placeOf(c.layout.sheet, c.line)))
      const counts = { numbered: 0, blank: 0, outOfScope: 0 }
      for (const c of cases) {
        const fate = fateOf(c)
        counts[typeof fate === 'number' ? 'numbered' : fate]++
        const text = textFor(c, fate)
        if (text !== undefined) cells.push(cellAt(c.layout, c.line, text))
      }
      return isReadable ? { cells, ...counts } : undefined
    },
  }
}

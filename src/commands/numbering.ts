import type { LogSink } from '../log/table-reader.ts'
import { addedCell } from '../log/write/added-cell.ts'
import type { SerialCell } from '../log/write/serial-cell.ts'
import { type Case, everyColumn, type Layout } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import type { IsoDate } from '../model/date.ts'
import type { Finding } from '../model/finding.ts'
import type { Checker } from '../rules/check.ts'
import { isAboutLog, sift } from '../table/left-out.ts'

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
  /** undefined where an error of the log itself leaves in doubt which row is what. */
  readonly finish: (
    findings: readonly Finding[],
    types: readonly CaseType[],
    asOf: IsoDate,
  ) => Numbered | undefined
}

function cellAt({ sheet, index }: Layout, line: number, text: string): SerialCell {
  return { line, ...(sheet !== undefined && { sheet }), index: index.serial, text }
}

/** A number in a faulty row misleads; words may belong to another cell, or be all that the row says. */
function isMisleading({ serial, faulty, layout }: Case): boolean {
  const isCutRight = faulty !== everyColumn || layout.index.serial === 0
  return typeof serial === 'number' && isCutRight
}

function serialsOf(cases: readonly Case[]): ReadonlyMap<Case, number> {
  const counts = new Map<CaseType | null | undefined, number>()
  return new Map(
    cases.map((c) => {
      const serial = (counts.get(c.type) ?? 0) + 1
      counts.set(c.type, serial)
      return [c, serial]
    }),
  )
}

export function createNumbering(): Numbering {
  const cases: Case[] = []
  const added: SerialCell[] = []
  return {
    case(c) {
      cases.push(c)
    },
    other(kind, row, layout) {
      const text = layout.index.serial === undefined ? addedCell(kind, row, layout) : undefined
      if (text !== undefined) added.push(cellAt(layout, row.line, text))
    },
    finish(findings, types, asOf) {
      if (findings.some((one) => one.severity === 'error' && isAboutLog(one))) return undefined
      const period = { name: 'all', from: null, to: asOf } as const
      const { kept, leftOut } = sift(cases, findings, { types, period })
      const faulty = leftOut.filter(({ reason }) => reason === 'rule')
      const places = new Set(faulty.map(({ sheet, line }) => `${sheet ?? ''}\n${line}`))
      const isFaulty = ({ layout: { sheet }, line }: Case) => places.has(`${sheet ?? ''}\n${line}`)
      const serials = serialsOf(kept)
      const textOf = (c: Case): string | undefined => {
        const serial = serials.get(c)
        if (serial !== undefined) return String(serial)
        return (isFaulty(c) && isMisleading(c)) || c.layout.index.serial === undefined ? '' : undefined
      }
      const ofCases = cases.flatMap((c): readonly SerialCell[] => {
        const text = textOf(c)
        return text === undefined ? [] : [cellAt(c.layout, c.line, text)]
      })
      return {
        cells: [...added, ...ofCases],
        numbered: kept.length,
        blank: faulty.length,
        outOfScope: leftOut.length - faulty.length,
      }
    },
  }
}

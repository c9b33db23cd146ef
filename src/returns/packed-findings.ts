import type { Extent } from '../log/text/records.ts'
import type { Finding } from '../model/finding.ts'

/** Findings as two lists, to cross between threads: as objects they would cost as much again as the check. */
export interface PackedFindings {
  /** Each distinct cell, sentence or number once; nothing first, for what a finding does not have. */
  readonly values: readonly unknown[]
  /** Finding by finding, where the value of each key stands. */
  readonly places: Int32Array
}

export interface FindingsPack {
  readonly add: (finding: Finding) => void
  readonly isFull: () => boolean
  readonly packed: () => PackedFindings
}

const keyCount = 11

/** More are not worth their memory while they wait to be told. */
const mostFindings = 20_000

// Key by key, named: a key that varies makes both ways four times slower.
function valuesOf(f: Finding): readonly unknown[] {
  return [
    f.rule,
    f.severity,
    f.path,
    f.sheet,
    f.line,
    f.cell,
    f.column,
    f.heading,
    f.value,
    f.message,
    f.remedy,
  ]
}

/** Two findings of one rule have nearly everything in common. */
interface Latest {
  readonly own: readonly unknown[]
  readonly start: number
}

export function createPack(): FindingsPack {
  const values: unknown[] = [undefined]
  const places: number[] = []
  const latest = new Map<string, Latest>()
  return {
    add(finding) {
      const own = valuesOf(finding)
      const before = latest.get(finding.rule)
      latest.set(finding.rule, { own, start: places.length })
      for (let key = 0; key < keyCount; key++) {
        const value = own[key]
        if (value === undefined) places.push(0)
        else if (value === before?.own[key]) places.push(places[before.start + key] ?? 0)
        else places.push(values.push(value) - 1)
      }
    },
    isFull: () => places.length > mostFindings * keyCount,
    packed: () => ({ values, places: new Int32Array(places) }),
  }
}

function movedLine(line: unknown, lines: number): unknown {
  return typeof line === 'number' ? line + lines : line
}

function movedCell(cell: unknown, rows: number): unknown {
  if (typeof cell !== 'string' || rows === 0) return cell
  const at = cell.search(/\d/)
  return `${cell.slice(0, at)}${Number(cell.slice(at)) + rows}`
}

/** As found behind so many lines and rows of the same log. */
export function* unpacked({ values, places }: PackedFindings, before: Extent): Generator<Finding> {
  for (let start = 0; start < places.length; start += keyCount) {
    const value = (key: number): unknown => values[places[start + key] ?? 0]
    const finding: Record<keyof Finding, unknown> = {
      rule: value(0),
      severity: value(1),
      path: value(2),
      sheet: value(3),
      line: movedLine(value(4), before.lines),
      cell: movedCell(value(5), before.rows),
      column: value(6),
      heading: value(7),
      value: value(8),
      message: value(9),
      remedy: value(10),
    }
    yield finding as Finding
  }
}

import type { Finding } from '../model/finding.ts'

/** Findings as two lists, to cross between threads: as objects they would cost as much again as the check. */
export interface PackedFindings {
  /** Each distinct cell, sentence or number once. */
  readonly values: readonly unknown[]
  /** Finding by finding, where the value of each key stands; `absent` where it has none. */
  readonly places: Int32Array<ArrayBuffer>
}

export interface FindingsPack {
  readonly add: (finding: Finding) => void
  readonly count: () => number
  readonly packed: () => PackedFindings
}

const everyKey: Readonly<Record<keyof Finding, true>> = {
  rule: true,
  severity: true,
  path: true,
  sheet: true,
  line: true,
  cell: true,
  column: true,
  heading: true,
  value: true,
  message: true,
  remedy: true,
}
const keys = Object.keys(everyKey) as readonly (keyof Finding)[]
const absent = -1

/** Two findings of one rule have nearly everything in common. */
interface Latest {
  readonly finding: Finding
  readonly start: number
}

export function createPack(): FindingsPack {
  const values: unknown[] = []
  const places: number[] = []
  const latest = new Map<string, Latest>()
  function placeOf(value: unknown, known: number | undefined): number {
    if (value === undefined) return absent
    return known ?? values.push(value) - 1
  }
  return {
    add(finding) {
      const before = latest.get(finding.rule)
      latest.set(finding.rule, { finding, start: places.length })
      for (let at = 0; at < keys.length; at++) {
        const key = keys[at] ?? 'rule'
        const value = finding[key]
        const isSame = before !== undefined && value === before.finding[key]
        places.push(placeOf(value, isSame ? places[before.start + at] : undefined))
      }
    },
    count: () => places.length / keys.length,
    packed: () => ({ values, places: new Int32Array(places) }),
  }
}

export function* unpacked({ values, places }: PackedFindings): Generator<Finding> {
  for (let start = 0; start < places.length; start += keys.length) {
    const finding: Partial<Record<keyof Finding, unknown>> = {}
    for (let at = 0; at < keys.length; at++) {
      const value = values[places[start + at] ?? absent]
      if (value !== undefined) finding[keys[at] ?? 'rule'] = value
    }
    yield finding as Finding
  }
}

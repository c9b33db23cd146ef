import { createChecker } from '../check/check.ts'
import { type Case, columnBit } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { outOfTable } from '../model/scope.ts'
import caseNumberDuplicate from '../rules/case-number-duplicate.ts'
import type { Setup } from './setup.ts'

export interface UnitCases {
  readonly unit: string
  readonly paths: readonly string[]
  readonly cases: readonly Case[]
  readonly findings: readonly Finding[]
}

/** A cell that has a finding in its own return is not held against another's. */
function spoken({ cases, findings }: UnitCases): readonly Case[] {
  const key = (path: string, sheet: string | undefined, line: number | undefined) =>
    `${path}\n${sheet ?? ''}\n${line}`
  const bits = new Map<string, number>()
  for (const { path, sheet, line, column, severity } of findings) {
    if (column === undefined || severity === 'note') continue
    const place = key(path, sheet, line)
    bits.set(place, (bits.get(place) ?? 0) | columnBit[column])
  }
  if (bits.size === 0) return cases
  return cases.map((c) => {
    const own = bits.get(key(c.layout.path, c.layout.sheet, c.line))
    return own === undefined ? c : { ...c, faulty: c.faulty | own }
  })
}

/** What only the returns of all units side by side show: the same case in two of them. */
export function findBetweenUnits(units: readonly UnitCases[], setup: Setup): readonly Finding[] {
  const { circumstances, settings } = setup
  const unitOf = new Map(units.flatMap(({ unit, paths }) => paths.map((path) => [path, unit] as const)))
  const checker = createChecker(
    [caseNumberDuplicate],
    { ...circumstances, foldsRepeatedLogs: false, unitOf: (path) => unitOf.get(path) ?? '' },
    settings.rules,
  )
  return units
    .flatMap(spoken)
    .filter((c) => outOfTable(c, circumstances.types) === undefined)
    .flatMap((c) => checker.visit(c))
}

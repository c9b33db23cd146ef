import type { LogSummary } from '../model/log.ts'
import type { LogFault } from '../model/log-fault.ts'

export interface UnitChoice {
  /** 填报单位 of the return; null where nobody says or two disagree. */
  readonly unit: string | null
  readonly fault?: Extract<LogFault, { rule: 'unit-missing' | 'unit-conflict' }>
}

type Named = Pick<LogSummary, 'unit' | 'otherUnits'>

/** The units that a name may mean. */
export type UnitsNamed = (name: string) => readonly string[]

/** The option or configuration names the unit, else the logs do; who disagrees is said. */
export function chooseUnit(
  asked: string | undefined,
  logs: readonly Named[],
  unitsNamed: UnitsNamed,
): UnitChoice {
  const named = logs.flatMap(({ unit, otherUnits }) => (unit === null ? [] : [unit, ...otherUnits]))
  const all = asked === undefined ? named : [asked, ...named]
  const [first] = all
  if (first === undefined) return { unit: null, fault: { rule: 'unit-missing' } }
  const isSame = (one: string, other: string): boolean => {
    const units = unitsNamed(one)
    return unitsNamed(other).some((unit) => units.includes(unit))
  }
  const units = all.filter((unit, at) => all.findIndex((other) => isSame(unit, other)) === at)
  if (units.length === 1) return { unit: first }
  return { unit: asked ?? null, fault: { rule: 'unit-conflict', units } }
}

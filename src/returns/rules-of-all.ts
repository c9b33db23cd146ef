import type { RuleStatus } from '../model/run.ts'
import type { CollectedUnit } from './collect-unit.ts'

/** What became of a rule in the returns of all units: it ran if it ran in one, and where it did not is said. */
function statusOf(id: string, units: readonly CollectedUnit[]): RuleStatus {
  const all = units.flatMap(({ unit, made }) =>
    made.rules.filter((rule) => rule.id === id).map((rule) => ({ unit, ...rule })),
  )
  const ran = all.find(({ status }) => status !== 'not-applicable') ?? all[0]
  const reasons = [...new Set(all.map(({ reason }) => reason))]
  const [only] = reasons
  const status = ran?.status ?? 'not-applicable'
  if (reasons.length <= 1) return { id, status, reason: only ?? null, ...(ran?.isUsual && { isUsual: true }) }
  const told = all.filter(({ reason }) => reason !== null).map(({ unit, reason }) => `${unit}：${reason}`)
  return { id, status, reason: told.join('；') }
}

export function rulesOfAll(units: readonly CollectedUnit[]): readonly RuleStatus[] {
  const read = units.filter(({ logs }) => logs.length > 0)
  const [first] = read.length > 0 ? read : units
  return (first?.made.rules ?? []).map(({ id }) => statusOf(id, read))
}

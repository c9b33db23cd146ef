import type { ActiveRule } from './active-rule.ts'
import type { ApartNumbers, NumberMemory } from './number-memory.ts'
import type { Handed } from './rule.ts'

/** What a checker remembers of a log or a stretch of one: plain data. */
export interface ApartMemory {
  readonly numbers: ApartNumbers
  readonly byRule: Readonly<Record<string, Handed>>
}

export interface HandingOver {
  /** Told about how many cases will come in all. */
  readonly expect: (cases: number) => void
  /** Hands over what is remembered of the cases so far, for another checker, and begins anew. */
  readonly handOver: () => ApartMemory
  /** Takes cases that were checked apart for visited; false, and nothing changed, where more would have been said. */
  readonly takeOver: (memory: ApartMemory, linesBefore: number) => boolean
}

function handedBy(active: readonly ActiveRule[]): ApartMemory['byRule'] {
  return Object.fromEntries(
    active.flatMap(({ rule, visitor }) => (visitor.handOver ? [[rule.id, visitor.handOver()] as const] : [])),
  )
}

/** What is to be done where all agree; nothing where one of the rules must see the cases itself. */
function takingsOf(
  active: readonly ActiveRule[],
  byRule: ApartMemory['byRule'],
): readonly (() => void)[] | undefined {
  const takings: (() => void)[] = []
  for (const { rule, visitor } of active) {
    const handed = byRule[rule.id]
    if (!handed || !visitor.takeOver) continue
    const take = visitor.takeOver(handed)
    if (!take) return undefined
    takings.push(take)
  }
  return takings
}

export function handingOver(active: readonly ActiveRule[], numbers: NumberMemory): HandingOver {
  return {
    expect: numbers.expect,
    handOver: () => ({ numbers: numbers.takeOut(), byRule: handedBy(active) }),
    takeOver(memory, linesBefore) {
      const takings = takingsOf(active, memory.byRule)
      if (!takings || !numbers.admit(memory.numbers, linesBefore)) return false
      for (const take of takings) take()
      return true
    },
  }
}

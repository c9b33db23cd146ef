import { type LimitName, limits } from '../../model/limits.ts'

/** What one file asks for in all its sheets together, counted while it is read: when it is too much, reading stops. */
export interface Budget {
  /** Cells and rows, those that are only passed over too: each takes its place in memory. */
  readonly places: (count: number) => void
  readonly text: (text: string) => void
  readonly sheet: () => void
  /** Cells that a merge or a link reaches. */
  readonly reached: (count: number) => void
  readonly exceed: (limit: LimitName) => void
  readonly exceeded: () => LimitName | undefined
}

export function createBudget(): Budget {
  const spent = { cells: 0, characters: 0, sheets: 0, spans: 0 }
  let exceeded: LimitName | undefined
  const spend = (limit: keyof typeof spent, count: number): void => {
    spent[limit] += count
    if (spent[limit] > limits[limit].most) exceeded ??= limit
  }
  return {
    places: (count) => spend('cells', count),
    text: ({ length }) => spend('characters', length),
    sheet: () => spend('sheets', 1),
    reached: (count) => spend('spans', count),
    exceed(limit) {
      exceeded ??= limit
    },
    exceeded: () => exceeded,
  }
}

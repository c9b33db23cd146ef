import { type LimitName, limits } from '../model/limits.ts'
import type { Row } from './row.ts'

/** Why a row is more than a row; asked of every one. */
export function excessIn({ cells, links }: Row): LimitName | undefined {
  if (cells.length > limits.columns.most) return 'columns'
  for (const { length } of cells) if (length > limits.cell.most) return 'cell'
  if (links) for (const { length } of links.values()) if (length > limits.cell.most) return 'cell'
  return undefined
}

import type { Range } from '../../office/reference.ts'
import type { Row } from '../row.ts'
import { readLinks } from '../spell/links.ts'
import type { Budget } from './budget.ts'

export interface LinkedRange extends Range {
  readonly targets: readonly string[]
}

/** A sheet or table as its reader finds it; a row without a cell may be a hole. */
export interface Grid {
  readonly texts: (string[] | undefined)[]
  readonly merges: readonly Range[]
  readonly links: readonly LinkedRange[]
  /** Rows that are put out of sight, by a filter or by hand. */
  readonly hidden?: ReadonlySet<number>
}

/** Blank rows between others are kept, so that every row has the number the spreadsheet shows. */
export function rowsOf({ texts: lines, merges, links, hidden }: Grid, budget: Budget): readonly Row[] {
  const merged = spreadMerges(lines, merges, budget)
  const linked = spreadLinks(lines, links, budget)
  if (budget.exceeded()) return []
  return Array.from(withoutTrailingBlanks(lines), (cells, index): Row => {
    const number = index + 1
    const linksHere = linked.get(number)
    const mergedHere = merged.get(number)
    return {
      line: number,
      row: number,
      cells: cells ?? [],
      ...(linksHere && { links: linksHere }),
      ...(mergedHere && { merged: mergedHere }),
      ...(hidden?.has(number) && { isHidden: true }),
    }
  })
}

type GridLines = (string[] | undefined)[]

/** By the number of the row, then by the index of the cell in it. */
type ByCell = Map<number, Map<number, string>>

function withoutTrailingBlanks(lines: GridLines): GridLines {
  let count = lines.length
  while (count > 0 && !lines[count - 1]?.some((text) => text !== '')) count--
  return lines.slice(0, count)
}

function put(byCell: ByCell, { row, column }: { row: number; column: number }, text: string): void {
  const cells = byCell.get(row) ?? new Map<number, string>()
  byCell.set(row, cells.set(column - 1, text))
}

/** The rows of a range that the sheet has; what it would cost to go through a range of any size is counted first. */
function* rowsIn({ top, left, bottom, right }: Range, lines: GridLines, budget: Budget): Generator<number> {
  const last = Math.min(bottom, lines.length)
  budget.reached(Math.max(0, last - top))
  for (let row = top; row <= last && budget.exceeded() === undefined; row++) {
    budget.reached(Math.max(0, Math.min(right, lines[row - 1]?.length ?? 0) - left))
    yield row
  }
}

/** Only the top left cell of a merge is shown, whatever other programs left in the covered ones. */
function spreadMerges(lines: GridLines, merges: readonly Range[], budget: Budget): ByCell {
  const merged: ByCell = new Map()
  for (const merge of merges) {
    const { top, left, right } = merge
    const text = lines[top - 1]?.[left - 1] ?? ''
    for (const row of rowsIn(merge, lines, budget)) {
      const cells = lines[row - 1] ?? []
      cells.fill('', row === top ? left : left - 1, right)
      if (row > top && text !== '') put(merged, { row, column: left }, text)
    }
  }
  return merged
}

function spreadLinks(lines: GridLines, links: readonly LinkedRange[], budget: Budget): ByCell {
  const linked: ByCell = new Map()
  for (const link of links) {
    const { left, right, targets } = link
    const addresses = targets.map(addressOf)
    const joined = targets.join('；')
    for (const row of rowsIn(link, lines, budget)) {
      lines[row - 1]?.slice(left - 1, right).forEach((text, index) => {
        const isNew = text !== '' && !namesAll(text, addresses)
        if (isNew) put(linked, { row, column: left + index }, joined)
      })
    }
  }
  return linked
}

/** As programs compare addresses: they encode what the address bar shows and add a slash to a bare host. */
function addressOf(link: string): string {
  return (URL.canParse(link) ? new URL(link).href : link).replace(/\/$/, '')
}

function namesAll(text: string, addresses: readonly string[]): boolean {
  const named = new Set([text, ...(readLinks(text)?.links ?? [])].map(addressOf))
  return addresses.every((address) => named.has(address))
}

import type { Range } from '../../office/reference.ts'
import type { Row } from '../row.ts'
import { readLinks } from '../spell/links.ts'

export interface LinkedRange extends Range {
  readonly targets: readonly string[]
}

/** A sheet or table as its reader finds it; a row without a cell may be a hole. */
export interface Grid {
  readonly texts: readonly (readonly string[] | undefined)[]
  readonly merges: readonly Range[]
  readonly links: readonly LinkedRange[]
}

/** Excel's own limits; a damaged reference beyond them must not fill the memory with empty cells. */
export const maxRows = 1_048_576
export const maxColumns = 16_384

/** Blank rows between others are kept, so that every row has the number the spreadsheet shows. */
export function rowsOf({ texts, merges, links }: Grid): readonly Row[] {
  const lines = texts.slice(0, maxRows)
  const merged = spreadMerges(lines, merges)
  const linked = spreadLinks(lines, links)
  return Array.from(withoutTrailingBlanks(lines), (cells, index): Row => {
    const number = index + 1
    const linksHere = linked.get(index)
    const mergedHere = merged.get(index)
    return {
      line: number,
      row: number,
      cells: cells ?? [],
      ...(linksHere && { links: linksHere }),
      ...(mergedHere && { merged: mergedHere }),
    }
  })
}

type Lines = (readonly string[] | undefined)[]

type ByCell = Map<number, Map<number, string>>

function withoutTrailingBlanks(lines: Lines): Lines {
  let count = lines.length
  while (count > 0 && !lines[count - 1]?.some((text) => text !== '')) count--
  return lines.slice(0, count)
}

function put(byCell: ByCell, { row, column }: { row: number; column: number }, text: string): void {
  const cells = byCell.get(row) ?? new Map<number, string>()
  byCell.set(row, cells.set(column, text))
}

/** Only the top left cell of a merge is shown, whatever other programs left in the covered ones. */
function spreadMerges(lines: Lines, merges: readonly Range[]): ByCell {
  const merged: ByCell = new Map()
  for (const { top, left, bottom, right } of merges) {
    const text = lines[top]?.[left] ?? ''
    for (let row = top; row <= Math.min(bottom, lines.length - 1); row++) {
      const covered = row === top ? left + 1 : left
      lines[row] = lines[row]?.map((cell, column) => (column >= covered && column <= right ? '' : cell))
      if (row > top && text !== '') put(merged, { row, column: left }, text)
    }
  }
  return merged
}

function spreadLinks(lines: Lines, links: readonly LinkedRange[]): ByCell {
  const linked: ByCell = new Map()
  for (const { top, left, bottom, right, targets } of links) {
    for (let row = top; row <= Math.min(bottom, lines.length - 1); row++) {
      lines[row]?.slice(left, right + 1).forEach((text, index) => {
        const isNew = text !== '' && !targets.every((target) => names(text, target))
        if (isNew) put(linked, { row, column: left + index }, targets.join('；'))
      })
    }
  }
  return linked
}

/** As programs compare addresses: they encode what the address bar shows and add a slash to a bare host. */
function addressOf(link: string): string {
  return (URL.canParse(link) ? new URL(link).href : link).replace(/\/$/, '')
}

function names(text: string, target: string): boolean {
  const address = addressOf(target)
  return [text, ...(readLinks(text)?.links ?? [])].some((link) => addressOf(link) === address)
}

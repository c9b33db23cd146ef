import { lastRow, type Range } from '../../office/reference.ts'
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

/** Blank rows between others are kept, so that every row has the number the spreadsheet shows. */
export function rowsOf({ texts, merges, links }: Grid): readonly Row[] {
  const lines = texts.slice(0, lastRow)
  const merged = spreadMerges(lines, merges)
  const linked = spreadLinks(lines, links)
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
    }
  })
}

type Lines = (readonly string[] | undefined)[]

/** By the number of the row, then by the index of the cell in it. */
type ByCell = Map<number, Map<number, string>>

function withoutTrailingBlanks(lines: Lines): Lines {
  let count = lines.length
  while (count > 0 && !lines[count - 1]?.some((text) => text !== '')) count--
  return lines.slice(0, count)
}

function put(byCell: ByCell, { row, column }: { row: number; column: number }, text: string): void {
  const cells = byCell.get(row) ?? new Map<number, string>()
  byCell.set(row, cells.set(column - 1, text))
}

/** Only the top left cell of a merge is shown, whatever other programs left in the covered ones. */
function spreadMerges(lines: Lines, merges: readonly Range[]): ByCell {
  const merged: ByCell = new Map()
  for (const { top, left, bottom, right } of merges) {
    const text = lines[top - 1]?.[left - 1] ?? ''
    for (let row = top; row <= Math.min(bottom, lines.length); row++) {
      const covered = row === top ? left : left - 1
      lines[row - 1] = lines[row - 1]?.map((cell, index) => (index >= covered && index < right ? '' : cell))
      if (row > top && text !== '') put(merged, { row, column: left }, text)
    }
  }
  return merged
}

function spreadLinks(lines: Lines, links: readonly LinkedRange[]): ByCell {
  const linked: ByCell = new Map()
  for (const { top, left, bottom, right, targets } of links) {
    for (let row = top; row <= Math.min(bottom, lines.length); row++) {
      lines[row - 1]?.slice(left - 1, right).forEach((text, index) => {
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

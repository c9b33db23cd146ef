import type { ForeignText, NearestRow } from '../model/log-fault.ts'
import { factNamed, headingNamed, headingRowsSearched } from './headings.ts'
import type { Row } from './row.ts'
import { tidy, withoutSpaces } from './spell/blank.ts'

/** What is said of a log without a heading: which row comes nearest to one, or what the file is instead. */

function isNamed(cell: string): boolean {
  return headingNamed(cell) !== undefined || factNamed(cell) !== undefined
}

function nearnessOf({ row, line, cells }: Row): NearestRow {
  const filled = cells.map(tidy).filter((cell) => cell !== '')
  const named = filled.filter(isNamed).map(withoutSpaces)
  const others = filled.filter((cell) => !isNamed(cell)).map(withoutSpaces)
  return { row, line, named, others }
}

/** The first of those with the most cells that read as headings; nothing where no cell does. */
export function nearestRow(rows: readonly Row[]): NearestRow | undefined {
  return nearestOf(rows.slice(0, headingRowsSearched).map(nearnessOf))
}

export function nearestOf<One extends NearestRow>(rows: readonly One[]): One | undefined {
  const most = Math.max(0, ...rows.map(({ named }) => named.length))
  return most === 0 ? undefined : rows.find(({ named }) => named.length === most)
}

function isHeadingOfMarkdown(line: string): boolean {
  return line.startsWith('|') && line.split('|').filter((cell) => isNamed(tidy(cell))).length >= 3
}

function jsonKind(text: string): ForeignText {
  if (!/"name":\s*"ipcase"/.test(text)) return 'json'
  if (text.includes('"unitKey"')) return 'receipt'
  return text.includes('"sections"') ? 'report-json' : 'own-json'
}

/** What ipcase writes beside tables, and what a folder of a bureau's computer also holds. */
export function foreignText(start: string): ForeignText | undefined {
  const text = start.replace(/^\ufeff/, '').trimStart()
  if (/^\{\s*(?:"|\})/.test(text)) return jsonKind(text)
  if (/^#{1,3} /.test(text)) return 'markdown'
  return text.split(/\r\n?|\n/).some(isHeadingOfMarkdown) ? 'markdown' : undefined
}

import { printable, unturned } from '../printable.ts'
import type { List } from './list.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\n': '<br>' }

/** Text that no Markdown reader takes for markup or makes a link of, in a table cell or a line of its own. */
export function escaped(text: string): string {
  return unturned(printable(text))
    .replace(/[\\`*_[\]|~$]|:(?=\/\/)|\.(?<=www\.)/gi, '\\$&')
    .replace(/[&<>\n]/g, (sign) => entities[sign] ?? sign)
}

/** A line of its own: it may not begin like a heading, a list or a rule. */
export function paragraph(text: string): string {
  return escaped(text).replace(/^(\s*\d*)([-+=#.)])/, '$1\\$2')
}

export function record(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

export function listTable({ columns, rows }: Pick<List, 'columns' | 'rows'>): readonly string[] {
  return [
    record(columns.map(({ heading }) => escaped(heading))),
    record(columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))),
    ...rows.map((cells) => record(cells.map((cell) => escaped(String(cell))))),
  ]
}

/** With its title and its notes, and a blank line behind each. */
export function listSection(list: List): readonly string[] {
  return [
    `## ${escaped(list.title)}`,
    '',
    ...listTable(list),
    '',
    ...list.notes.flatMap((note) => [paragraph(note), '']),
  ]
}

import { printable, unturned } from '../printable.ts'

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

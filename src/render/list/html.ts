import { type HtmlElement, tag } from '../html.ts'
import { printable } from '../printable.ts'
import { displayWidth } from '../width.ts'
import type { List } from './list.ts'

/** Of a wide table a sentence would else get a column of a few letters. */
const longWords = 24

export function headRow(headings: readonly string[]): HtmlElement {
  return tag(
    'thead',
    {},
    tag('tr', {}, ...headings.map((text) => tag('th', { scope: 'col' }, printable(text)))),
  )
}

/** Numbers stand to the right; what is prose may be broken. */
export function listTable({ columns, rows }: Pick<List, 'columns' | 'rows'>): HtmlElement {
  const cellOf = (cell: string | number, at: number): HtmlElement => {
    const text = printable(String(cell))
    if (at === 0) return tag('th', { scope: 'row' }, text)
    if (columns[at]?.isNumber) return tag('td', {}, text)
    const style = displayWidth(text) > longWords ? 'min-width:18em' : 'white-space:nowrap'
    return tag('td', { class: 'words', style }, text)
  }
  return tag(
    'table',
    { class: 'data' },
    headRow(columns.map(({ heading }) => heading)),
    tag('tbody', {}, ...rows.map((cells) => tag('tr', {}, ...cells.map(cellOf)))),
  )
}

/** What is wider than the page scrolls by itself; the title of `id` names it. */
export function scrolling(id: string, table: HtmlElement): HtmlElement {
  return tag('div', { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': `${id}-title` }, table)
}

/** With its title and its notes. */
export function listSection({ id, title, notes, ...body }: List): HtmlElement {
  return tag(
    'section',
    { id, 'aria-labelledby': `${id}-title` },
    tag('h2', { id: `${id}-title` }, printable(title)),
    ...(body.rows.length === 0 ? [] : [scrolling(id, listTable(body))]),
    ...notes.map((note) => tag('p', { class: 'note' }, printable(note))),
  )
}

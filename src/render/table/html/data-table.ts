import { type HtmlElement, tag } from '../../html.ts'

export interface DataLine {
  readonly name: string
  /** Numbers, or what stands in the place of one. */
  readonly cells: readonly (number | string)[]
  /** Prose, in a last column. */
  readonly words?: string
}

export function dataTable(headings: readonly string[], lines: readonly DataLine[]): HtmlElement {
  return tag(
    'table',
    { class: 'data' },
    tag('thead', {}, tag('tr', {}, ...headings.map((heading) => tag('th', { scope: 'col' }, heading)))),
    tag(
      'tbody',
      {},
      ...lines.map(({ name, cells, words }) =>
        tag(
          'tr',
          {},
          tag('th', { scope: 'row' }, name),
          ...cells.map((cell) => tag('td', {}, String(cell))),
          ...(words === undefined ? [] : [tag('td', { class: 'words' }, words)]),
        ),
      ),
    ),
  )
}

import { type HtmlElement, tag } from '../../html.ts'

export interface DataLine {
  readonly name: string
  readonly numbers: readonly number[]
}

export function dataTable(headings: readonly string[], lines: readonly DataLine[]): HtmlElement {
  return tag(
    'table',
    { class: 'data' },
    tag('thead', {}, tag('tr', {}, ...headings.map((heading) => tag('th', { scope: 'col' }, heading)))),
    tag(
      'tbody',
      {},
      ...lines.map(({ name, numbers }) =>
        tag(
          'tr',
          {},
          tag('th', { scope: 'row' }, name),
          ...numbers.map((number) => tag('td', {}, String(number))),
        ),
      ),
    ),
  )
}

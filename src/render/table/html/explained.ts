import { explainedHeadings, explainedTitle } from '../../../model/explained-table.ts'
import type { Explained } from '../../../model/finding.ts'
import type { Table } from '../../../model/table.ts'
import { type HtmlElement, tag } from '../../html.ts'
import { dateText, unitText } from '../cells.ts'
import { explainedRows, explainedWidths } from '../explained.ts'
import { columnShares } from './form.ts'

const classes = ['serial', 'type', 'caseNumber', 'problem', 'reason'] as const

/** A page of its own on paper, in the form's look. */
export function explainedSection(table: Table, explained: readonly Explained[]): HtmlElement {
  const heading = explainedHeadings.map((text) => tag('th', { scope: 'col' }, text))
  const rows = explainedRows(explained).map((cells) =>
    tag('tr', {}, ...cells.map((text, at) => tag('td', { class: classes[at] ?? '' }, text))),
  )
  return tag(
    'section',
    { id: 'explained', 'aria-labelledby': 'explained-title' },
    tag('h1', { id: 'explained-title' }, explainedTitle),
    tag('p', { class: 'unit' }, tag('span', {}, unitText(table)), tag('span', {}, dateText(table))),
    tag(
      'div',
      { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': 'explained-title' },
      tag(
        'table',
        { class: 'form explained' },
        columnShares(explainedWidths),
        tag('thead', {}, tag('tr', {}, ...heading)),
        tag('tbody', {}, ...rows),
      ),
    ),
  )
}

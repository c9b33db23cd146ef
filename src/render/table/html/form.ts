import { columns } from '../../../model/case.ts'
import { explainedHeadings, explainedTitle } from '../../../model/explanation.ts'
import type { Explained } from '../../../model/finding.ts'
import type { Table } from '../../../model/table.ts'
import { type HtmlElement, type HtmlNode, tag } from '../../html.ts'
import { printable } from '../../printable.ts'
import { addressParts } from '../../wrap.ts'
import { dateText, headingTexts, type TableLine, tableLines, unitHeading, unitText } from '../cells.ts'
import { explainedRows, explainedWidths } from '../explained.ts'
import { isLongUrl, urlLines } from '../link-target.ts'
import { columnWidths } from '../page.ts'

function columnShares(widths: readonly number[]): HtmlElement {
  const total = widths.reduce((sum, width) => sum + width, 0)
  const share = (width: number) => `${Math.round((width / total) * 10000) / 100}%`
  return tag('colgroup', {}, ...widths.map((width) => tag('col', { style: `width:${share(width)}` })))
}

/** An address may be broken after its joints, which a browser does not know. */
function breakable(address: string): readonly HtmlNode[] {
  return addressParts(address).flatMap((part, index) => (index === 0 ? [part] : [tag('wbr'), part]))
}

function urlNodes(line: Extract<TableLine, { kind: 'case' }>): readonly HtmlNode[] {
  return urlLines(line.row).flatMap(({ text, target }, index, { length }) => {
    const shown =
      target === undefined ? text : tag('a', { href: target, rel: 'noopener noreferrer' }, ...breakable(text))
    return index === length - 1 ? [shown] : [shown, '；', tag('br')]
  })
}

function rowOf(line: TableLine, hasUnits: boolean): HtmlElement {
  if (line.kind === 'nil') {
    return tag('tr', { class: 'nil' }, tag('td', { colspan: columns.length + Number(hasUnits) }, line.text))
  }
  const cells = columns.map((column, index) =>
    tag(
      'td',
      { class: column === 'url' && line.kind === 'case' && isLongUrl(line.row) ? 'url long' : column },
      ...(column === 'url' && line.kind === 'case' ? urlNodes(line) : [line.cells[index] ?? '']),
    ),
  )
  const unit = line.kind === 'case' ? printable(line.row.unit ?? '') : ''
  const own = hasUnits ? [tag('td', { class: 'unit-name' }, unit)] : []
  return tag('tr', line.kind === 'empty' ? { class: 'empty' } : {}, ...own, ...cells)
}

/** Millimetres, from what the form has. */
const unitWidth = 24

/** `hasUnits`: the cases are of many units, and whose each is stands before them. */
export function formNodes(table: Table, hasUnits: boolean): readonly HtmlElement[] {
  const texts = hasUnits ? [unitHeading, ...headingTexts] : headingTexts
  const widths = columns.map((column) => columnWidths[column])
  const heading = texts.map((text) => tag('th', { scope: 'col' }, text))
  return [
    ...(table.label === null ? [] : [tag('p', { class: 'label' }, printable(table.label))]),
    tag('h1', { id: 'form-title' }, printable(table.title)),
    tag('p', { class: 'unit' }, tag('span', {}, unitText(table)), tag('span', {}, dateText(table))),
    tag(
      'div',
      { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': 'form-title' },
      tag(
        'table',
        { class: 'form' },
        columnShares(hasUnits ? [unitWidth, ...widths] : widths),
        tag('thead', {}, tag('tr', {}, ...heading)),
        tag('tbody', {}, ...tableLines(table).map((line) => rowOf(line, hasUnits))),
      ),
    ),
    tag('p', { class: 'note' }, printable(table.note)),
  ]
}

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

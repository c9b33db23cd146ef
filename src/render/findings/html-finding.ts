import { aboutOf } from '../../model/explanation.ts'
import type { Finding } from '../../model/finding.ts'
import type { ReadRow } from '../../model/read-row.ts'
import { columnLetters, placeOf } from '../../office/reference.ts'
import { type HtmlElement, tag } from '../html.ts'
import { printable } from '../printable.ts'
import { placeName, severityNames, severitySign } from './words.ts'

/** As many columns as the form has; of a wider ledger those around the faulty cell. */
const mostColumns = 9
/** A cell may hold a page; its beginning shows which it is. */
const longestCell = 60

export interface ShownFinding {
  readonly finding: Finding
  readonly isExplained: boolean
  /** The row of the finding between its neighbours; none for what is said of a whole log. */
  readonly rows: readonly ReadRow[]
  /** The row it stands in. */
  readonly row: number | undefined
  /** By the number of their column, A being 1. */
  readonly headings: ReadonlyMap<number, string>
  /** What the page's filter knows the log by. */
  readonly log: number
}

function cellText(text: string): string {
  return printable(text.length > longestCell ? `${text.slice(0, longestCell)}…` : text)
}

function windowOf(width: number, faulty: number | undefined): readonly number[] {
  const first = Math.max(1, Math.min((faulty ?? 1) - Math.floor(mostColumns / 2), width - mostColumns + 1))
  const count = Math.min(mostColumns, width)
  return Array.from({ length: count }, (_, at) => first + at)
}

function columnHeading(column: number, headings: ShownFinding['headings']): HtmlElement {
  const name = headings.get(column)
  const letters = tag('b', { class: 'letter' }, columnLetters(column))
  return tag('th', { scope: 'col' }, letters, ...(name === undefined ? [] : [printable(name)]))
}

function gridRow(one: ReadRow, columns: readonly number[], faulty: ReturnType<typeof placeOf>, row: number) {
  const cells = columns.map((column) => {
    const text = cellText(one.cells[column - 1] ?? '')
    const isFaulty = one.row === row && column === faulty?.column
    // A mark of its own, because colours are not seen by everybody and not printed by every printer.
    return isFaulty ? tag('td', { class: 'here' }, tag('mark', {}, text || '（空）')) : tag('td', {}, text)
  })
  const number = tag('th', { scope: 'row' }, String(one.row))
  return tag('tr', one.row === row ? { class: 'at' } : {}, number, ...cells)
}

/** A few rows of the log under their letters, as a spreadsheet shows them. */
function gridOf({ finding, rows, row, headings }: ShownFinding): readonly HtmlElement[] {
  if (row === undefined || rows.length === 0) return []
  const faulty = placeOf(finding.cell ?? '')
  const width = Math.max(faulty?.column ?? 1, ...headings.keys(), ...rows.map(({ cells }) => cells.length))
  const columns = windowOf(width, faulty?.column)
  const head = tag('tr', {}, tag('td', {}), ...columns.map((column) => columnHeading(column, headings)))
  const body = rows.map((one) => gridRow(one, columns, faulty, row))
  return [tag('div', { class: 'grid' }, tag('table', {}, tag('thead', {}, head), tag('tbody', {}, ...body)))]
}

/** What is wrong, where, with which value, and what to do where that is not what the rule says of all. */
export function findingElement(shown: ShownFinding, usualRemedy: string): HtmlElement {
  const { finding, isExplained, log } = shown
  const { severity, message, value, remedy, reason } = finding
  const level = isExplained ? 'explained' : severity
  const sign = isExplained ? '√ 已说明' : `${severitySign(severity)} ${severityNames[severity]}`
  const place = placeName(finding, { withSheet: finding.sheet !== undefined, short: false })
  const about = aboutOf(finding)
  const isQuoted = value === undefined || message.includes(value)
  return tag(
    'article',
    { 'data-level': level, 'data-log': log, tabindex: -1 },
    tag(
      'p',
      { class: 'place' },
      tag('b', {}, sign),
      ` ${place}`,
      ...(about === '' ? [] : [`　${printable(about)}`]),
    ),
    tag('p', {}, printable(message), ...(isQuoted ? [] : [`（原值「${cellText(value)}」）`])),
    ...(remedy === usualRemedy ? [] : [tag('p', { class: 'remedy' }, `→ ${printable(remedy)}`)]),
    ...(reason === undefined ? [] : [tag('p', { class: 'reason' }, `说明：${printable(reason)}`)]),
    ...gridOf(shown),
  )
}

import { columns } from '../../model/case.ts'
import { explainedHeadings, explainedTitle } from '../../model/explanation.ts'
import type { Explained } from '../../model/finding.ts'
import { cityLists } from '../collect/desk-lists.ts'
import { rosterLists } from '../collect/roster.ts'
import { numbers, words } from '../list/list.ts'
import { escaped, listSection, listTable, paragraph, record } from '../list/md.ts'
import { dateText, headingTexts, type TableLine, tableLines, unitText } from './cells.ts'
import { explainedRows } from './explained.ts'
import type { RenderTable } from './format.ts'
import { type LinkPiece, urlPieces } from './link-target.ts'
import { periodText, totalsList, totalsTitle } from './totals.ts'

/** `<https://…>`, or with its target spelt out where the address holds signs of Markdown or HTML. */
function pieceMarkup({ text, target }: LinkPiece): string {
  if (target === undefined) return escaped(text)
  if (/^[!#-;=?-Z_a-z~]+$/.test(text)) return `<${text}>`
  return `[${escaped(text)}](<${target.replaceAll('|', '%7C')}>)`
}

function cellsOf(line: TableLine): readonly string[] {
  if (line.kind === 'nil') return columns.map((column) => (column === 'type' ? line.text : ''))
  const cells = line.cells.map(escaped)
  return line.kind === 'empty'
    ? cells
    : cells.with(columns.indexOf('url'), urlPieces(line.row).map(pieceMarkup).join(''))
}

function explainedLines(explained: readonly Explained[]): readonly string[] {
  const columns = explainedHeadings.flatMap((heading) =>
    heading === '序号' ? numbers(heading) : words(heading),
  )
  const list = { id: '', title: explainedTitle, columns, rows: explainedRows(explained), notes: [] }
  return explained.length === 0 ? [] : listSection(list)
}

/** For a ticket, a wiki or a mail. */
export const renderMarkdown: RenderTable = ({ table, totals, explained, city }) =>
  [
    ...(city ? rosterLists(city).flatMap(listSection) : []),
    ...(table.label === null ? [] : [paragraph(table.label), '']),
    `# ${escaped(table.title)}`,
    '',
    `${paragraph(unitText(table))}<br>`,
    dateText(table),
    '',
    record(headingTexts),
    record(columns.map((column) => (column === 'serial' ? '---:' : '---'))),
    ...tableLines(table).map((line) => record(cellsOf(line))),
    '',
    paragraph(table.note),
    '',
    `## ${totalsTitle}`,
    '',
    periodText(table.period),
    '',
    ...listTable(totalsList(totals)),
    '',
    ...(city ? cityLists(city, totals).flatMap(listSection) : []),
    ...explainedLines(explained),
  ].join('\n')

import { columns } from '../../model/case.ts'
import { explainedHeadings, explainedTitle } from '../../model/explained-table.ts'
import type { Explained } from '../../model/finding.ts'
import { type CityTable, cityTables, rosterTables } from '../collect/tables.ts'
import { escaped, paragraph } from '../list/md.ts'
import { dateText, headingTexts, type Line, tableLines, unitText } from './cells.ts'
import { explainedRows } from './explained.ts'
import type { RenderTable } from './format.ts'
import { type Piece, urlPieces } from './link-target.ts'
import {
  medianHeading,
  nameHeading,
  numberHeadings,
  outcomesHeading,
  periodText,
  totalsLines,
  totalsTitle,
} from './totals.ts'

/** `<https://…>`, or with its target spelt out where the address holds signs of Markdown or HTML. */
function pieceMarkup({ text, target }: Piece): string {
  if (target === undefined) return escaped(text)
  if (/^[!#-;=?-Z_a-z~]+$/.test(text)) return `<${text}>`
  return `[${escaped(text)}](<${target.replaceAll('|', '%7C')}>)`
}

function cellsOf(line: Line): readonly string[] {
  if (line.kind === 'nil') return columns.map((column) => (column === 'type' ? line.text : ''))
  const cells = line.cells.map(escaped)
  return line.kind === 'empty'
    ? cells
    : cells.with(columns.indexOf('url'), urlPieces(line.row).map(pieceMarkup).join(''))
}

function record(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function explainedLines(explained: readonly Explained[]): readonly string[] {
  if (explained.length === 0) return []
  return [
    `## ${explainedTitle}`,
    '',
    record(explainedHeadings),
    record(explainedHeadings.map((heading) => (heading === '序号' ? '---:' : '---'))),
    ...explainedRows(explained).map((cells) => record(cells.map(escaped))),
    '',
  ]
}

function cityLines(tables: readonly CityTable[]): readonly string[] {
  return tables.flatMap(({ title, headings, rows, note }) => {
    const isNumber = headings.map((_, at) => rows.every((row) => typeof row[at] === 'number'))
    return [
      `## ${title}`,
      '',
      record(headings),
      record(isNumber.map((number) => (number ? '---:' : '---'))),
      ...rows.map((row) => record(row.map((cell) => escaped(String(cell))))),
      '',
      ...(note ? [paragraph(note), ''] : []),
    ]
  })
}

/** For a ticket, a wiki or a mail. */
export const renderMarkdown: RenderTable = ({ table, totals, explained, city }) =>
  [
    ...(city ? cityLines(rosterTables(city)) : []),
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
    record([nameHeading, ...numberHeadings, medianHeading, outcomesHeading]),
    record(['---', ...numberHeadings.map(() => '---:'), '---:', '---']),
    ...totalsLines(totals).map(({ name, numbers, median, outcomes }) =>
      record([name, ...numbers.map(String), median, outcomes]),
    ),
    '',
    ...(city ? cityLines(cityTables(city, totals)) : []),
    ...explainedLines(explained),
  ].join('\n')

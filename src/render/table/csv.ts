import { columns } from '../../model/case.ts'
import { byteOrderMark, csvRecord } from '../csv.ts'
import { dateText, headingTexts, type Line, tableLines, unitHeading, unitText } from './cells.ts'
import type { RenderTable } from './format.ts'
import { printable } from './printable.ts'

function filled(...cells: readonly string[]): readonly string[] {
  return columns.map((_, index) => cells[index] ?? '')
}

function record(line: Line): readonly string[] {
  return line.kind === 'nil' ? filled('', line.text) : line.cells
}

/** Whose a row is, where the table is of many units: before the form's own nine cells. */
function unitCell(line: Line): string {
  return line.kind === 'case' ? printable(line.row.unit ?? '') : ''
}

export const renderCsv: RenderTable = ({ table, city }) => {
  const head = [
    ...(table.label === null ? [] : [filled(printable(table.label))]),
    filled(printable(table.title)),
    filled(unitText(table), dateText(table)),
  ]
  const lines = tableLines(table)
  const rows = city
    ? [[unitHeading, ...headingTexts], ...lines.map((line) => [unitCell(line), ...record(line)])]
    : [headingTexts, ...lines.map(record)]
  return byteOrderMark + [...head, ...rows].map(csvRecord).join('')
}

import { columns } from '../../model/case.ts'
import { byteOrderMark, csvRecord } from '../list/csv.ts'
import { printable } from '../printable.ts'
import { dateText, headingTexts, type TableLine, tableLines, unitHeading, unitText } from './cells.ts'
import type { RenderTable } from './format.ts'

function filled(...cells: readonly string[]): readonly string[] {
  return columns.map((_, index) => cells[index] ?? '')
}

function record(line: TableLine): readonly string[] {
  return line.kind === 'nil' ? filled('', line.text) : line.cells
}

/** Whose a row is, where the table is of many units: before the form's own nine cells. */
function unitCell(line: TableLine): string {
  return line.kind === 'case' ? printable(line.row.unit ?? '') : ''
}

export const renderCsv: RenderTable = ({ table, city }) => {
  const head = [
    ...(table.label === null ? [] : [filled(printable(table.label))]),
    filled(printable(table.title)),
    filled(unitText(table), dateText(table)),
  ]
  const heading = city ? [unitHeading, ...headingTexts] : headingTexts
  // A record at a time: of a hundred thousand none is held twice.
  const lines = tableLines(table).map((line) =>
    csvRecord(city ? [unitCell(line), ...record(line)] : record(line)),
  )
  return byteOrderMark + [...[...head, heading].map(csvRecord), ...lines].join('')
}

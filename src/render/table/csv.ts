import { columns } from '../../model/case.ts'
import { byteOrderMark, csvRecord } from '../csv.ts'
import { dateText, headingTexts, type Line, tableLines, unitText } from './cells.ts'
import type { RenderTable } from './format.ts'
import { printable } from './printable.ts'

function filled(...cells: readonly string[]): readonly string[] {
  return columns.map((_, index) => cells[index] ?? '')
}

function record(line: Line): readonly string[] {
  return line.kind === 'nil' ? filled('', line.text) : line.cells
}

export const renderCsv: RenderTable = ({ table }) => {
  const head = [
    ...(table.label === null ? [] : [filled(printable(table.label))]),
    filled(printable(table.title)),
    filled(unitText(table), dateText(table)),
  ]
  return byteOrderMark + [...head, headingTexts, ...tableLines(table).map(record)].map(csvRecord).join('')
}

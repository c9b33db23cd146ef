import { headings } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import { visible } from '../visible.ts'

/** `-` is how a command line names it. */
export function pathName(path: string): string {
  return path === '-' ? '标准输入' : visible(path)
}

function baseName(path: string): string {
  return pathName(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1))
}

/** The column's letter where the line tells the row already, the whole cell where a spreadsheet counts otherwise. */
function cellName(cell: string, line: number | undefined): string {
  const parts = /^([A-Z]+)(\d+)$/.exec(cell)
  return parts && Number(parts[2]) === line ? `${parts[1]}列` : `${cell}格`
}

/** Such as 凌源.csv:7 E列 结案时间; with the sheet where the log has several. */
export function placeName(finding: Finding, withSheet: boolean): string {
  const { path, sheet, line, cell, column } = finding
  const file = withSheet && sheet !== undefined ? `${baseName(path)} ${visible(sheet)}` : baseName(path)
  const heading = finding.heading ?? (column && headings[column])
  return [
    line === undefined ? file : `${file}:${line}`,
    cell && cellName(cell, line),
    heading && visible(heading),
  ]
    .filter(Boolean)
    .join(' ')
}

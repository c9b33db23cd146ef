import { headings } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import { visible } from '../printable.ts'
import { displayWidth } from '../width.ts'
import { characters } from '../wrap.ts'

/** `-` is how a command line names it. */
export function pathName(path: string): string {
  return path === '-' ? '标准输入' : visible(path)
}

function baseName(path: string): string {
  return pathName(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1))
}

function beginning(list: readonly string[], width: number): readonly string[] {
  const tooMany = list.findIndex((_, i) => displayWidth(list.slice(0, i + 1).join('')) > width)
  return tooMany < 0 ? list : list.slice(0, tooMany)
}

const shortName = { whole: 20, head: 8, tail: 9 }

/** Its beginning and its end: the head line of the log says the whole. */
function shortened(name: string): string {
  if (displayWidth(name) <= shortName.whole) return name
  const list = characters(name)
  const tail = beginning(list.toReversed(), shortName.tail).toReversed()
  return [...beginning(list, shortName.head), '…', ...tail].join('')
}

/** The column's letter where the line tells the row already, the whole cell where a spreadsheet counts otherwise. */
function cellName(cell: string, line: number | undefined): string {
  const parts = /^([A-Z]+)(\d+)$/.exec(cell)
  return parts && Number(parts[2]) === line ? `${parts[1]}列` : `${cell}格`
}

export interface PlaceStyle {
  /** A log with several sheets. */
  readonly withSheet: boolean
  /** On a terminal a long file name would leave no room for the sentence. */
  readonly short: boolean
}

/** A finding, or whatever else stands in a cell. */
type Placed = Pick<Finding, 'path' | 'sheet' | 'line' | 'cell' | 'column' | 'heading' | 'rowName'>

/** Such as 凌源.csv:7 E列 结案时间. */
export function placeName(finding: Placed, { withSheet, short }: PlaceStyle): string {
  const { path, sheet, line, cell, column, rowName } = finding
  const name = short ? shortened(baseName(path)) : baseName(path)
  const file = withSheet && sheet !== undefined ? `${name} ${visible(sheet)}` : name
  const heading = finding.heading ?? (column && headings[column])
  if (rowName !== undefined)
    return [file, visible(rowName), heading && visible(heading)].filter(Boolean).join(' ')
  return [
    line === undefined ? file : `${file}:${line}`,
    cell && cellName(cell, line),
    heading && visible(heading),
  ]
    .filter(Boolean)
    .join(' ')
}

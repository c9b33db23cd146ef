import { type Finding, severities } from '../../model/finding.ts'
import { columnLetters } from '../../office/reference.ts'
import {
  addListRow,
  addListSheet,
  addRule,
  cellStyles,
  cellText,
  explainedFill,
  filterAll,
  plainOn,
  severityFills,
  writeHereFill,
} from '../list/xlsx.ts'
import type { ExcelBook, Worksheet } from '../workbook.ts'
import { findingCells } from './csv.ts'
import type { ShownLogs } from './shown-logs.ts'

/** As the log has them; the gravest of one row first. */
export function inOrder(findings: readonly Finding[], paths: readonly string[]): readonly Finding[] {
  const place = new Map(paths.map((path, at) => [path, at]))
  const at = ({ path }: Finding): number => place.get(path) ?? paths.length
  return [...findings].sort(
    (one, other) =>
      at(one) - at(other) ||
      (one.sheet ?? '').localeCompare(other.sheet ?? '', 'zh') ||
      (one.line ?? 0) - (other.line ?? 0) ||
      severities.indexOf(one.severity) - severities.indexOf(other.severity),
  )
}

/** Where a finding stands in the workbook itself: the sheet that shows its log again, and the cell. */
export type PlaceIn = (finding: Finding) => { readonly sheet: string; readonly cell: string } | undefined

export function placeInShown({ placeOf }: ShownLogs): PlaceIn {
  return (finding) => {
    const place = placeOf(finding)
    return place && { sheet: place.log.name, cell: place.cell }
  }
}

function placeText({ cell, line, rowName }: Finding): string {
  return rowName ?? cell ?? (line === undefined ? '' : `第 ${line} 行`)
}

/** In the workbook that is itself worked in, whatever its log was before. */
function placeHere({ cell }: Finding, here: NonNullable<ReturnType<PlaceIn>>, { mended }: ListLook): string {
  const place = cell === undefined ? `第 ${here.cell.replace(/\D+/, '')} 行` : here.cell
  return mended === 'sheets' ? `${here.sheet} ${place}` : place
}

/** The headings are read back: what `--explained` needs is 规则, 案件, 所据内容, 说明 and 文件. */
const columnWidths = [
  ...([
    ['级别', 7],
    ['文件', 14],
    ['工作表', 8],
    ['位置', 8],
    ['列名', 10],
    ['案件', 22],
  ] as const),
  ...([
    ['问题', 34],
    ['原值', 14],
    ['处理办法', 32],
    ['说明', 32],
    ['规则', 24],
    ['所据内容', 34],
  ] as const),
]

const cellOf = { ...findingCells, 位置: placeText }
const columns = columnWidths.map(([heading, width]) => ({ heading, width, cell: cellOf[heading] }))

const widths = columns.map(({ width }) => width)
const placeColumn = columns.findIndex(({ heading }) => heading === '位置') + 1
const reasonColumn = columns.findIndex(({ heading }) => heading === '说明') + 1

function reasonRule(whatNext: string) {
  return {
    type: 'any',
    allowBlank: true,
    showInputMessage: true,
    promptTitle: '说明',
    prompt: `核对过、确实如此的警告和提示，在这里写明原因；错误要改正，不能说明。${whatNext}`,
  }
}

interface ListLook {
  /** The log is mended in this workbook, on one sheet or several; else places are those of the log that was checked. */
  readonly mended?: 'sheet' | 'sheets'
  readonly placeIn: PlaceIn
  /** Columns for the program alone, or that say the same in every row. */
  readonly hidden?: readonly string[]
  /** How a reason gets back to whoever asked for it. */
  readonly whatNext: string
}

function hide(sheet: Worksheet, hidden: readonly string[]): void {
  for (const [at, { heading }] of columns.entries()) {
    if (hidden.includes(heading)) sheet.getColumn(at + 1).hidden = true
  }
}

export function addFindings(
  workbook: ExcelBook,
  findings: readonly Finding[],
  isExplained: (finding: Finding) => boolean,
  look: ListLook,
): void {
  const { placeIn, hidden = [], whatNext } = look
  const sheet = addListSheet(workbook, '问题清单', columns)
  for (const finding of findings) {
    const cells = columns.map(({ cell }) => cellText(cell(finding)))
    const row = addListRow(sheet, cells, widths)
    const place = placeIn(finding)
    row.getCell(1).style = plainOn(isExplained(finding) ? explainedFill : severityFills[finding.severity])
    row.getCell(reasonColumn).style = plainOn(isExplained(finding) ? explainedFill : writeHereFill)
    if (place === undefined) continue
    const text = look.mended ? placeHere(finding, place, look) : placeText(finding)
    row.getCell(placeColumn).value = { text, hyperlink: `#'${place.sheet}'!${place.cell}` }
    row.getCell(placeColumn).style = cellStyles.link
  }
  const letter = columnLetters(reasonColumn)
  if (findings.length > 0) addRule(sheet, `${letter}2:${letter}${findings.length + 1}`, reasonRule(whatNext))
  // What stands behind 说明 is for the program; on paper it would make everything else too small to read.
  sheet.pageSetup.printArea = `A$1:${letter}$${findings.length + 1}`
  hide(sheet, hidden)
  filterAll(sheet, columns.length)
}

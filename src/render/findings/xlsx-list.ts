import { aboutOf, basisOf } from '../../model/explanation.ts'
import { type Finding, severities } from '../../model/finding.ts'
import {
  addListRow,
  addListSheet,
  cellStyles,
  cellText,
  explainedFill,
  filterAll,
  plainOn,
  severityFills,
  writeHereFill,
} from '../list/xlsx.ts'
import type { Workbook, Worksheet } from '../workbook.ts'
import type { ShownLogs } from './shown-logs.ts'
import { severityNames } from './words.ts'

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

interface Column {
  readonly heading: string
  readonly width: number
  readonly cell: (finding: Finding) => string
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
const columns: readonly Column[] = [
  { heading: '级别', width: 7, cell: (f) => severityNames[f.severity] },
  { heading: '文件', width: 14, cell: (f) => f.path },
  { heading: '工作表', width: 8, cell: (f) => f.sheet ?? '' },
  { heading: '位置', width: 8, cell: placeText },
  { heading: '列名', width: 10, cell: (f) => f.heading ?? '' },
  { heading: '案件', width: 22, cell: aboutOf },
  { heading: '问题', width: 34, cell: (f) => f.message },
  { heading: '原值', width: 14, cell: (f) => f.value ?? '' },
  { heading: '处理办法', width: 32, cell: (f) => f.remedy },
  { heading: '说明', width: 32, cell: (f) => f.reason ?? '' },
  { heading: '规则', width: 24, cell: (f) => f.rule },
  { heading: '所据内容', width: 34, cell: basisOf },
]

const widths = columns.map(({ width }) => width)
const placeColumn = columns.findIndex(({ heading }) => heading === '位置') + 1
const reasonColumn = columns.findIndex(({ heading }) => heading === '说明') + 1

/** exceljs joins cells with the same rule one by one; its own list takes a whole column at once. */
function addPrompt(sheet: object, range: string, whatNext: string): void {
  if ('dataValidations' in sheet) {
    const validations = sheet.dataValidations as { add(range: string, rule: object): void }
    validations.add(range, {
      type: 'any',
      allowBlank: true,
      showInputMessage: true,
      promptTitle: '说明',
      prompt: `核对过、确实如此的警告和提示，在这里写明原因；错误要改正，不能说明。${whatNext}`,
    })
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
  workbook: Workbook,
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
  const letter = String.fromCharCode(64 + reasonColumn)
  if (findings.length > 0) addPrompt(sheet, `${letter}2:${letter}${findings.length + 1}`, whatNext)
  // What stands behind 说明 is for the program; on paper it would make everything else too small to read.
  sheet.pageSetup.printArea = `A$1:${letter}$${findings.length + 1}`
  hide(sheet, hidden)
  filterAll(sheet, columns.length)
}

import { aboutOf, basisOf } from '../../model/explanation.ts'
import type { Finding } from '../../model/finding.ts'
import type { Workbook } from '../workbook.ts'
import { severityNames } from './severity.ts'
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
} from './xlsx-sheet.ts'

/** Where a finding stands in the workbook itself: the sheet that shows its log again. */
export type LinkOf = (finding: Finding) => string | undefined

interface Column {
  readonly heading: string
  readonly width: number
  readonly cell: (finding: Finding) => string
}

function placeText({ cell, line }: Finding): string {
  return cell ?? (line === undefined ? '' : `第 ${line} 行`)
}

/** The headings are read back: what `--explained` needs is 规则, 案件, 所据内容, 说明 and 文件. */
const columns: readonly Column[] = [
  { heading: '级别', width: 7, cell: (f) => severityNames[f.severity] },
  { heading: '文件', width: 18, cell: (f) => f.path },
  { heading: '工作表', width: 10, cell: (f) => f.sheet ?? '' },
  { heading: '位置', width: 9, cell: placeText },
  { heading: '列名', width: 11, cell: (f) => f.heading ?? '' },
  { heading: '案件', width: 26, cell: aboutOf },
  { heading: '问题', width: 44, cell: (f) => f.message },
  { heading: '原值', width: 18, cell: (f) => f.value ?? '' },
  { heading: '处理办法', width: 40, cell: (f) => f.remedy },
  { heading: '说明', width: 34, cell: (f) => f.reason ?? '' },
  { heading: '规则', width: 24, cell: (f) => f.rule },
  { heading: '所据内容', width: 34, cell: basisOf },
]

const widths = columns.map(({ width }) => width)
const placeColumn = columns.findIndex(({ heading }) => heading === '位置') + 1
const reasonColumn = columns.findIndex(({ heading }) => heading === '说明') + 1

const prompt = {
  type: 'any',
  allowBlank: true,
  showInputMessage: true,
  promptTitle: '说明',
  prompt: '核对过、确实如此的警告和提示，在这里写明原因；错误要改正，不能说明。存盘后用 --explained 读回。',
} as const

/** exceljs joins cells with the same rule one by one; its own list takes a whole column at once. */
function addPrompt(sheet: object, range: string): void {
  if ('dataValidations' in sheet) {
    const validations = sheet.dataValidations as { add(range: string, rule: object): void }
    validations.add(range, prompt)
  }
}

export function addFindings(
  workbook: Workbook,
  findings: readonly Finding[],
  isExplained: (finding: Finding) => boolean,
  linkOf: LinkOf,
): void {
  const sheet = addListSheet(workbook, '问题清单', columns)
  for (const finding of findings) {
    const cells = columns.map(({ cell }) => cellText(cell(finding)))
    const row = addListRow(sheet, cells, widths)
    const link = linkOf(finding)
    row.getCell(1).style = plainOn(isExplained(finding) ? explainedFill : severityFills[finding.severity])
    row.getCell(reasonColumn).style = plainOn(isExplained(finding) ? explainedFill : writeHereFill)
    if (link === undefined) continue
    row.getCell(placeColumn).value = { text: cells[placeColumn - 1] ?? '', hyperlink: link }
    row.getCell(placeColumn).style = cellStyles.link
  }
  const letter = String.fromCharCode(64 + reasonColumn)
  if (findings.length > 0) addPrompt(sheet, `${letter}2:${letter}${findings.length + 1}`)
  filterAll(sheet, columns.length)
}

import { type Case, headings } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import type { LogSummary } from '../../model/log.ts'
import { type Repair, repairReasons, repairsOf } from '../../model/repairs.ts'
import type { RuleStatus, RunHead, RunSummary } from '../../model/run.ts'
import { words } from '../list/list.ts'
import { addList } from '../list/xlsx.ts'
import { type ExcelBook, workbookBytes } from '../workbook.ts'
import type { BookFormat } from './index.ts'
import { type ShownLogs, showLogs } from './shown-logs.ts'
import { assumptions } from './words.ts'
import { addFindings, inOrder, placeInShown } from './xlsx-list.ts'
import { addLogs } from './xlsx-logs.ts'

/** Beyond these a list is for programs: csv and json hold all. */
const mostFindings = 50_000
const mostRepairs = 50_000
const mostSheets = 50

const sheetNames = { findings: '问题清单', repairs: '已规范', checked: '核对情况' } as const

interface RepairedCell extends Repair {
  readonly path: string
  readonly sheet: string | undefined
  readonly row: number
  readonly heading: string
}

function addRepairs(workbook: ExcelBook, repairs: readonly RepairedCell[]): void {
  const columns = words('文件', '工作表', '行', '列名', '台账写的', '读作', '为什么')
  const rows = repairs.map(({ path, sheet, row, heading, column, from, to }) => [
    ...[path, sheet ?? '', String(row), heading, from, to],
    repairReasons[column] ?? '',
  ])
  addList(workbook, { title: sheetNames.repairs, columns, rows }, [24, 12, 8, 12, 34, 34, 40])
}

const statusNames: Readonly<Record<RuleStatus['status'], string>> = {
  ran: '核对了',
  lowered: '改了级别',
  off: '关闭了',
  'not-applicable': '没有查',
}

interface CheckedFacts {
  readonly head: RunHead
  readonly logs: readonly LogSummary[]
  readonly run: RunSummary
  readonly omissions: readonly string[]
}

/** What was read and how, which rules spoke, and what this workbook has no room for. */
function addChecked(workbook: ExcelBook, { head, logs, run, omissions }: CheckedFacts): void {
  const { error, warning, note } = run.counts
  const counts = `错误 ${error} 处，警告 ${warning} 处，提示 ${note} 处；说明 ${run.explained.length} 处`
  const rows = [
    ['核对', head.asOf, `${head.tool.name} ${head.tool.version}，以 ${head.asOf} 为准；${counts}`],
    ...omissions.map((words) => ['没有列全', '', words]),
    ...logs.map((log) => [log.path, `案件 ${log.cases} 件`, assumptions(log)]),
    ...run.skipped.map(({ path, reason }) => [path, '没有读', reason]),
    ...run.failures.map(({ path, message, remedy }) => [path, '没能读取', `${message}；${remedy}`]),
    ...run.rules.map(({ id, status, reason }) => [id, statusNames[status], reason ?? '']),
  ]
  const columns = words('项目', '情况', '说明')
  addList(workbook, { title: sheetNames.checked, columns, rows }, [26, 14, 70])
}

function omissionsOf(findings: number, repairs: number, shown: ShownLogs): readonly string[] {
  const more = (count: number, most: number, name: string): readonly string[] =>
    count > most ? [`${name}共 ${count} 处，只列前 ${most} 处；全部清单用 -o 问题.csv`] : []
  const left = shown.omitted()
  return [
    ...more(findings, mostFindings, '问题'),
    ...more(repairs, mostRepairs, '已规范的格子'),
    ...(left > 0 ? [`另有 ${left} 份台账没有附上原表，问题都在清单里`] : []),
  ]
}

function repairedCells(c: Case): readonly RepairedCell[] {
  const { path, sheet, heading } = c.layout
  return repairsOf(c).map((repair) => {
    return { ...repair, path, sheet, row: c.row, heading: heading[repair.column] ?? headings[repair.column] }
  })
}

/** The list to work through and give back, each log with its faults marked, and what was done. */
export const findingsXlsx: BookFormat = ({ head }) => {
  const findings: Finding[] = []
  const repairs: RepairedCell[] = []
  const logs: LogSummary[] = []
  const shown = showLogs({ reserved: Object.values(sheetNames), mostSheets })
  const counts = { findings: 0, repairs: 0 }

  const build = (workbook: ExcelBook, run: RunSummary): void => {
    const explained = new Set<Finding>(run.explained)
    const all = inOrder(
      [...findings, ...run.explained],
      logs.map(({ path }) => path),
    )
    const isExplained = (finding: Finding): boolean => explained.has(finding)
    const placeIn = placeInShown(shown)
    addFindings(workbook, all, isExplained, { placeIn, whatNext: '存盘后用 --explained 读回。' })
    addLogs(workbook, shown, all, isExplained)
    addRepairs(workbook, repairs)
    addChecked(workbook, { head, logs, run, omissions: omissionsOf(counts.findings, counts.repairs, shown) })
  }

  return {
    finding(finding) {
      counts.findings += 1
      if (counts.findings <= mostFindings) findings.push(finding)
      shown.finding(finding)
    },
    log: (summary) => logs.push(summary),
    row: shown.row,
    case(c) {
      const found = repairedCells(c)
      counts.repairs += found.length
      if (counts.repairs <= mostRepairs) repairs.push(...found)
    },
    end: (run) => workbookBytes({ madeOn: head.asOf }, (workbook) => build(workbook, run)),
  }
}

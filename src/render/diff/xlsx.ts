import { pathName } from '../findings/place.ts'
import { severityNames } from '../findings/severity.ts'
import { addListRow, addListSheet, cellText, filterAll } from '../list/xlsx.ts'
import { type Workbook, workbookBytes } from '../workbook.ts'
import type { DiffFormat, DiffReport } from './format.ts'
import { diffLists, diffSummary } from './lists.ts'
import { diffNotes } from './notes.ts'

interface Sheet {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const widths: Readonly<Record<string, number>> = {
  案件类型: 20,
  立案时间: 13,
  结案时间: 13,
  栏目: 12,
  级别: 8,
  问题: 70,
  处理: 60,
  项目: 14,
  内容: 100,
}

function addSheet(workbook: Workbook, { name, columns, rows }: Sheet): void {
  const listed = columns.map((heading) => ({ heading, width: widths[heading] ?? 34 }))
  const sheet = addListSheet(workbook, name, listed)
  for (const cells of rows) {
    addListRow(
      sheet,
      cells.map(cellText),
      listed.map(({ width }) => width),
    )
  }
  filterAll(sheet, columns.length)
}

/** What was compared, and what to know before it is believed. */
function overview(report: DiffReport): Sheet {
  const { old, new: current, head } = report
  const side = (name: string, { path, unit }: DiffReport['old']) => [
    name,
    `${pathName(path)}${unit === null ? '' : `（${unit}）`}`,
  ]
  return {
    name: '概况',
    columns: ['项目', '内容'],
    rows: [
      side('原来', old),
      side('现在', current),
      ['以哪一天为准', head.asOf],
      ['结果', diffSummary(report)],
      ...diffNotes(report).map((note) => ['注意', note]),
    ],
  }
}

function sheetsOf(report: DiffReport): readonly Sheet[] {
  const lists = diffLists(report).map(({ name, count, columns, rows }) => ({
    columns,
    rows,
    name: `${name}（${count}）`,
  }))
  const rows = report.findings.map(({ severity, message, remedy }) => [
    severityNames[severity],
    message,
    remedy,
  ])
  const toCheck = { name: `要核对的（${rows.length}）`, columns: ['级别', '问题', '处理'], rows }
  return [overview(report), ...lists, toCheck]
}

/** A sheet a kind of difference, to be filtered and passed on. */
export const diffXlsx: DiffFormat = (report) =>
  workbookBytes({ madeOn: report.head.asOf }, (workbook) => {
    for (const sheet of sheetsOf(report)) addSheet(workbook, sheet)
  })

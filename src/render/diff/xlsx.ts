import { severityNames } from '../findings/severity.ts'
import { printable } from '../table/printable.ts'
import { type Workbook, workbookBytes } from '../workbook.ts'
import type { DiffFormat, DiffReport } from './format.ts'
import { diffLists } from './lists.ts'

interface Sheet {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

const widths: Readonly<Record<string, number>> = { 案件类型: 20, 立案时间: 13, 栏目: 12, 级别: 8 }

function addSheet(workbook: Workbook, { name, columns, rows }: Sheet): void {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
  })
  sheet.columns = columns.map((heading) => ({ header: heading, width: widths[heading] ?? 32 }))
  sheet.getRow(1).font = { name: '宋体', bold: true }
  for (const cells of rows) {
    const row = sheet.addRow(cells.map(printable))
    row.font = { name: '宋体' }
    row.alignment = { vertical: 'top', wrapText: true }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
}

function sheetsOf(report: DiffReport): readonly Sheet[] {
  const lists = diffLists(report).map(({ name, count, ...rest }) => ({
    ...rest,
    name: `${name}（${count}）`,
  }))
  const rows = report.findings.map(({ severity, message, remedy }) => [
    severityNames[severity],
    message,
    remedy,
  ])
  return [...lists, { name: `要核对的（${rows.length}）`, columns: ['级别', '问题', '处理'], rows }]
}

/** A sheet a kind of difference, to be filtered and passed on. */
export const diffXlsx: DiffFormat = (report) =>
  workbookBytes({ madeOn: report.head.asOf }, (workbook) => {
    for (const sheet of sheetsOf(report)) addSheet(workbook, sheet)
  })

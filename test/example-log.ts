import type { ExampleRow } from '../src/check/rule.ts'
import { columns, headings } from '../src/model/case.ts'
import { caseTypeNamed } from '../src/model/case-type.ts'

const heading = columns.map((column) => headings[column]).join(',')

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The rows of an example as a CSV log; cells they do not name are those of an ordinary closed case. */
export function exampleLog(rows: readonly ExampleRow[]): string {
  const serials = new Map<string, number>()
  const lines = rows.map((row, index) => {
    const type = row.type ?? '商标侵权'
    const key = caseTypeNamed(type) ?? type
    const serial = (serials.get(key) ?? 0) + 1
    serials.set(key, serial)
    const cells: Required<ExampleRow> = {
      serial: String(serial),
      caseNumber: `朝双市监处罚〔2024〕${index + 1}号`,
      filed: '2024-03-05',
      closed: '2024-04-18',
      outcome: '行政处罚',
      published: '是',
      url: `https://www.gsxt.gov.cn/${index + 1}`,
      remark: '',
      ...row,
      type,
    }
    return columns.map((column) => csvCell(cells[column])).join(',')
  })
  return [heading, ...lines, ''].join('\n')
}

import { aboutOf, basisOf } from '../../model/explanation.ts'
import type { Finding } from '../../model/finding.ts'
import { byteOrderMark, csvRecord } from '../list/csv.ts'
import type { FindingsFormat } from './index.ts'
import { severityNames } from './words.ts'

/** What a list says of a finding, by its heading; a workbook has the same in another order. */
export const findingCells = {
  文件: (f) => f.path,
  工作表: (f) => f.sheet ?? '',
  行: (f) => String(f.line ?? ''),
  单元格: (f) => f.cell ?? '',
  列名: (f) => f.heading ?? '',
  级别: (f) => severityNames[f.severity],
  规则: (f) => f.rule,
  问题: (f) => f.message,
  原值: (f) => f.value ?? '',
  处理办法: (f) => f.remedy,
  说明: (f) => f.reason ?? '',
  案件: aboutOf,
  所据内容: basisOf,
} as const satisfies Readonly<Record<string, (finding: Finding) => string>>

const headingRecord = csvRecord(Object.keys(findingCells))
const cells = Object.values(findingCells)

function record(finding: Finding): string {
  return csvRecord(cells.map((cell) => cell(finding)))
}

export const csvReporter: FindingsFormat = () => {
  let opened = false
  const open = () => {
    if (opened) return ''
    opened = true
    return byteOrderMark + headingRecord
  }
  return {
    finding: (finding) => open() + record(finding),
    log: () => '',
    end: ({ explained }) => open() + explained.map(record).join(''),
  }
}

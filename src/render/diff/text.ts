import { placeName } from '../findings/place.ts'
import { severityMark } from '../findings/severity.ts'
import { hang } from '../hang.ts'
import { paintOf } from '../paint.ts'
import { visible } from '../visible.ts'
import type { DiffFormat, DiffReport } from './format.ts'
import { type DiffList, diffLists, diffSummary } from './lists.ts'

function lineOf({ name }: DiffList, cells: readonly string[]): string {
  const [type = '', number = '', third = '', from = '', to = ''] = cells.map(visible)
  const who = `${type}  ${number || '（没有编号）'}`
  if (name === '改动') return `${who}  ${third}：${from || '（空）'} → ${to || '（空）'}`
  if (name === '疑似换了编号') return `${type}  ${number} → ${third}${from ? `  ${from} 立案` : ''}`
  if (name === '新办结') return `${who}  ${third} 结案${from ? `，${from}` : ''}`
  return `${who}${third ? `  ${third} 立案` : ''}`
}

function findingLines(
  { findings }: DiffReport,
  columns: number | undefined,
  color: boolean,
): readonly string[] {
  const paint = paintOf(color)
  return findings.map((finding) => {
    const place = placeName(finding, { withSheet: true, short: false })
    const words = `${visible(finding.message)} → ${visible(finding.remedy)} [${finding.rule}]`
    return `  ${severityMark(finding.severity, paint)}  ${hang(`${place}  ${words}`, columns, 10)}`
  })
}

export const diffText: DiffFormat = (report, { columns, color }) => {
  const lists = diffLists(report)
    .filter(({ count }) => count > 0)
    .flatMap((list) => [
      '',
      `${list.name} ${list.count}${list.name === '改动' ? ' 处' : ' 件'}`,
      ...list.rows.map((cells) => `  ${hang(lineOf(list, cells), columns, 4)}`),
    ])
  const said = findingLines(report, columns, color)
  const findings = said.length === 0 ? [] : ['', '要核对的', ...said]
  const title = `${visible(report.old)} → ${visible(report.new)}`
  return [title, diffSummary(report), ...lists, ...findings, ''].join('\n')
}

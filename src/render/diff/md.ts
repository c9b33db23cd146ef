import { severityNames } from '../findings/severity.ts'
import { escaped, paragraph } from '../markdown.ts'
import type { DiffFormat } from './format.ts'
import { diffLists, diffSummary } from './lists.ts'

function record(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(' | ')} |`
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return [record(columns), `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map(record)]
}

/** For the mail that goes back with a return. */
export const diffMarkdown: DiffFormat = (report) => {
  const lists = diffLists(report)
    .filter(({ count }) => count > 0)
    .flatMap(({ name, count, columns, rows }) => ['', `## ${name} ${count}`, '', ...table(columns, rows)])
  const said = report.findings.map(({ severity, message, remedy }) => [
    severityNames[severity],
    message,
    remedy,
  ])
  const findings = said.length === 0 ? [] : ['', '## 要核对的', '', ...table(['级别', '问题', '处理'], said)]
  const title = `# ${escaped(report.old)} → ${escaped(report.new)}`
  return [title, '', paragraph(diffSummary(report)), ...lists, ...findings, ''].join('\n')
}

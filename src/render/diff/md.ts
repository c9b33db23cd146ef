import { pathName } from '../findings/place.ts'
import { severityNames } from '../findings/severity.ts'
import { escaped, paragraph } from '../list/md.ts'
import type { DiffFormat } from './format.ts'
import { diffLists, diffSummary } from './lists.ts'
import { diffNotes } from './notes.ts'

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
    .flatMap(({ name, count, counter, columns, rows }) => [
      '',
      `## ${name} ${count} ${counter}`,
      '',
      ...table(columns, rows),
    ])
  const said = report.findings.map(({ severity, message, remedy }) => [
    severityNames[severity],
    message,
    remedy,
  ])
  const findings = said.length === 0 ? [] : ['', '## 要核对的', '', ...table(['级别', '问题', '处理'], said)]
  const title = `# ${escaped(pathName(report.old.path))} → ${escaped(pathName(report.new.path))}`
  const notes = diffNotes(report).flatMap((note) => ['', paragraph(note)])
  return [title, '', paragraph(diffSummary(report)), ...notes, ...lists, ...findings, ''].join('\n')
}

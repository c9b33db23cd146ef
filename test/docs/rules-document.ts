import { headings } from '../../src/model/case.ts'
import { meansUnreadRows } from '../../src/model/log-fault.ts'
import { exampleDay, type RuleExample, type RuleGroup, type RuleText } from '../../src/model/rule-text.ts'
import { type ExampleTable, exampleTables } from '../../src/render/explain.ts'
import { severityNames } from '../../src/render/findings/words.ts'
import { visible } from '../../src/render/printable.ts'
import { table } from './markdown-table.ts'

function escaped(text: string): string {
  return visible(text).replace(/[\\`*_<>[\]]/g, '\\$&')
}

function tableText({ columns, rows }: ExampleTable): string {
  const cellText = (cell: string | undefined) => (cell === undefined ? '…' : escaped(cell) || '（空）')
  return table(
    columns.map((column) => headings[column]),
    rows.map(({ cells }) => cells.map(cellText)),
  )
}

function exampleText(example: ExampleTable | string): string {
  if (typeof example !== 'string') return tableText(example)
  const lines = example.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/)
  return ['```csv', ...lines.map(visible), '```'].join('\n')
}

function examplesText(title: string, examples: readonly RuleExample[]): string {
  return [title, ...exampleTables(examples).map(exampleText)].join('\n\n')
}

function ruleText(rule: RuleText): string {
  return [
    `### ${rule.id}`,
    `**${severityNames[rule.severity]}**　${escaped(rule.summary)}`,
    `- 缘由：${escaped(rule.why)}\n- 处理：${escaped(rule.remedy)}${meansUnreadRows(rule.id) ? '\n- 不能降级或关闭' : ''}`,
    ...(rule.before ? [examplesText('先读过的另一份台账：', [rule.before])] : []),
    ...(rule.previous ? [examplesText('上次报送：', [rule.previous])] : []),
    examplesText('会报出：', rule.bad),
    examplesText('不会报出：', rule.good),
  ].join('\n\n')
}

function contents(groups: readonly RuleGroup[]): string {
  const rows = groups.flatMap(({ subject, rules }) =>
    rules.map(({ id, severity, summary }, i) => [
      i === 0 ? subject : '',
      `[${id}](#${id})`,
      severityNames[severity],
      escaped(summary),
    ]),
  )
  return table(['类别', '规则', '级别', '问题'], rows)
}

/** docs/rules.md: every rule as it explains itself. */
export function rulesDocument(groups: readonly RuleGroup[]): string {
  return [
    '# 规则',
    '本页由规则本身生成，不手改。错误：照此填报，报表就是错的；警告：很可能有错；提示：疑似，待核实。',
    `例子只列有关的各栏，其余与一件普通的已结商标侵权案件相同，核对日为 ${exampleDay}；有几行的，问题在最后一行。改变某条规则的级别用 \`--rule 规则=级别\`，级别为 \`error\`、\`warning\`、\`note\`，\`off\` 为不查；一条规则的说明也可用 \`ipcase explain 规则\` 查看。`,
    contents(groups),
    ...groups.flatMap(({ subject, rules }) => [`## ${subject}`, ...rules.map(ruleText)]),
    '',
  ]
    .join('\n\n')
    .replace(/\n\n$/, '\n')
}

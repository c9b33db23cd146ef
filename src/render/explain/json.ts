import type { RuleText } from '../../model/rule-text.ts'
import { tool } from '../../model/tool.ts'
import type { ExplainFormat } from './format.ts'

function ruleDocument(rule: RuleText, subject: string) {
  const { id, severity, summary, why, remedy, before, previous, bad, good } = rule
  return { id, subject, severity, summary, why, remedy, before, previous, bad, good }
}

function documentText(rules: readonly object[]): string {
  return `${JSON.stringify({ schemaVersion: 1, tool, rules }, null, 2)}\n`
}

export const explainJson: ExplainFormat = {
  rule: (rule, subject) => documentText([ruleDocument(rule, subject)]),
  list: (groups) =>
    documentText(groups.flatMap(({ subject, rules }) => rules.map((rule) => ruleDocument(rule, subject)))),
}

import { type Column, columns, headings } from '../model/case.ts'
import type { Severity } from '../model/finding.ts'
import { meansUnreadRows } from '../model/log-fault.ts'
import type { Look } from '../model/look.ts'
import {
  exampleDay,
  type RuleExample,
  type RuleExampleRow,
  type RuleGroup,
  type RuleText,
} from '../model/rule-text.ts'
import { tool } from '../model/tool.ts'
import { severityMark, severitySign } from './findings/words.ts'
import { paintOf } from './paint.ts'
import { visible } from './printable.ts'
import { aligned, displayWidth, padEnd } from './width.ts'
import { hang } from './wrap.ts'

interface ExplainFormat {
  readonly rule: (rule: RuleText, subject: string, look: Look) => string
  readonly list: (groups: readonly RuleGroup[], look: Look) => string
}

/** Rows with the same columns, side by side; `reported` is where the rule speaks. */
export interface ExampleTable {
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly cells: readonly (string | undefined)[]; readonly reported: boolean }[]
}

function columnsOf(rows: readonly RuleExampleRow[]): readonly Column[] {
  return columns.filter((column) => rows.some((row) => row[column] !== undefined))
}

function tableOf(rows: readonly RuleExampleRow[]): ExampleTable {
  const shown = columnsOf(rows)
  return {
    columns: shown,
    rows: rows.map((row, i) => ({
      cells: shown.map((column) => row[column]),
      reported: i === rows.length - 1,
    })),
  }
}

function joins(above: ExampleTable | string | undefined, below: ExampleTable): above is ExampleTable {
  if (above === undefined || typeof above === 'string') return false
  const single = above.rows.every(({ reported }) => reported) && below.rows.length === 1
  return single && above.columns.join() === below.columns.join()
}

/** Examples of one row each stand under one heading as long as they show the same columns. */
export function exampleTables(examples: readonly RuleExample[]): readonly (ExampleTable | string)[] {
  const tables: (ExampleTable | string)[] = []
  for (const example of examples) {
    const above = tables.at(-1)
    const table = typeof example === 'string' ? example : tableOf(example)
    if (typeof table !== 'string' && joins(above, table)) {
      tables[tables.length - 1] = { columns: above.columns, rows: [...above.rows, ...table.rows] }
    } else tables.push(table)
  }
  return tables
}

/** What stands in a cell that is empty on purpose, and in one that does not matter. */
const emptyCell = '（空）'
const anyCell = '…'

function cellText(cell: string | undefined): string {
  if (cell === undefined) return anyCell
  return cell === '' ? emptyCell : visible(cell)
}

function tableLines({ columns, rows }: ExampleTable, sign: string): string[] {
  const lines = [columns.map((column) => headings[column]), ...rows.map(({ cells }) => cells.map(cellText))]
  return aligned(lines).map((cells, i) => {
    const mark = i > 0 && rows[i - 1]?.reported ? sign : ' '
    return `  ${mark} ${cells.join('  ')}`.trimEnd()
  })
}

function logLines(text: string, { columns }: Look): string[] {
  return text
    .replace(/(?:\r\n|\r|\n)$/, '')
    .split(/\r\n|\r|\n/)
    .map((line) => `    ${hang(visible(line), columns, 6)}`)
}

function exampleLines(title: string, examples: readonly RuleExample[], look: Look, sign = ' '): string[] {
  const blocks = exampleTables(examples).map((table) =>
    typeof table === 'string' ? logLines(table, look) : tableLines(table, sign),
  )
  return ['', title, ...blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]))]
}

function paragraph(name: string, text: string, { columns }: Look): string {
  return `${name}  ${hang(visible(text), columns, displayWidth(name) + 2)}`
}

/** What the tables leave out; a log in an example shows everything. */
function exampleNote({ bad }: RuleText, look: Look): string[] {
  const said = `只列有关的各栏，其余与一件普通的已结商标侵权案件相同；核对日为 ${exampleDay}。`
  return bad.some((example) => typeof example === 'string') ? [] : [paragraph('例子', said, look)]
}

const otherSeverities: Readonly<Record<Severity, string>> = {
  error: 'warning',
  warning: 'note',
  note: 'off',
}

/** How its level may be changed. */
function settingText({ id, severity }: RuleText): string {
  if (meansUnreadRows(id)) return '不能降级或关闭：它说的是有的行没有读到'
  return `--rule ${id}=${otherSeverities[severity]}（可用 error、warning、note，off 为不查）`
}

function ruleText(rule: RuleText, subject: string, look: Look): string {
  const paint = paintOf(look.color)
  return [
    `${severityMark(rule.severity, paint)}  ${paint.bold(rule.id)}  ${rule.summary}`,
    '',
    paragraph('类别', subject, look),
    paragraph('缘由', rule.why, look),
    paragraph('处理', rule.remedy, look),
    paragraph('调整', settingText(rule), look),
    ...exampleNote(rule, look),
    ...(rule.before ? exampleLines('先读过的另一份台账：', [rule.before], look) : []),
    ...(rule.previous ? exampleLines('上次报送：', [rule.previous], look) : []),
    ...exampleLines('会报出：', rule.bad, look, rule.isOfWholeLog ? ' ' : severitySign(rule.severity)),
    ...exampleLines('不会报出：', rule.good, look),
    '',
  ].join('\n')
}

function groupLines({ subject, rules }: RuleGroup, look: Look, idWidth: number): string[] {
  const paint = paintOf(look.color)
  const lines = rules.map(({ id, severity, summary }) => {
    const start = `  ${severityMark(severity, paint)}  ${padEnd(id, idWidth)}  `
    return start + hang(summary, look.columns, displayWidth(start))
  })
  return [paint.bold(subject), ...lines, '']
}

function listText(groups: readonly RuleGroup[], look: Look): string {
  const rules = groups.flatMap((group) => group.rules)
  const idWidth = Math.max(...rules.map(({ id }) => displayWidth(id)))
  return [
    ...groups.flatMap((group) => groupLines(group, look, idWidth)),
    `共 ${rules.length} 条规则。`,
    '看缘由和例子：ipcase explain <规则>',
    '改变级别：--rule <规则>=off|note|warning|error',
    '',
  ].join('\n')
}

export const explainText: ExplainFormat = { rule: ruleText, list: listText }

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

export const explainFormats = { text: explainText, json: explainJson } as const satisfies Readonly<
  Record<string, ExplainFormat>
>

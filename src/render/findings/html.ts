import { createHash } from 'node:crypto'
import { type Case, columns } from '../../model/case.ts'
import { type Finding, severities } from '../../model/finding.ts'
import type { LogSummary } from '../../model/log.ts'
import type { RuleText } from '../../model/rule-text.ts'
import type { RunSummary } from '../../model/run.ts'
import { fillSkeleton, type HtmlElement, htmlText, tag } from '../html.ts'
import { printable } from '../printable.ts'
import { findingElement, type ShownFinding } from './html-finding.ts'
import type { BookFormat, BookMaterial } from './index.ts'
import { type ShownLogs, showLogs } from './shown-logs.ts'
import { assumptions, pathName, severityNames, whatRanInWords } from './words.ts'

/**
 * The findings as one page for a browser: no network, filtered and walked through by keyboard, printed without what only
 * a screen needs. A browser stays quick with some thousand findings, so that of more each rule shows its first ones.
 */
const mostOfRule = 1000
const mostShown = 3000

interface RuleFindings {
  readonly rule: RuleText
  readonly count: number
  readonly shown: readonly Finding[]
}

function isOf(id: string): (finding: Finding) => boolean {
  return ({ rule }) => rule === id
}

/** By rule, the gravest first; what is explained stands with its rule. */
function groupsOf(findings: readonly Finding[], rules: readonly RuleText[]): readonly RuleFindings[] {
  const gravity = (found: readonly Finding[]): number =>
    Math.min(...found.map(({ severity }) => severities.indexOf(severity)))
  const groups = rules.flatMap((rule) => {
    const found = findings.filter(isOf(rule.id))
    return found.length === 0 ? [] : [{ rule, count: found.length, found, gravity: gravity(found) }]
  })
  let remaining = mostShown
  return groups
    .toSorted((one, other) => one.gravity - other.gravity)
    .map(({ rule, count, found }) => {
      const shown = found.slice(0, Math.min(mostOfRule, remaining))
      remaining -= shown.length
      return { rule, count, shown }
    })
}

/** The page runs its own script and no other, whatever a cell holds. */
function scriptHash(skeleton: string): string {
  const script = /<script>([\s\S]*?)<\/script>/.exec(skeleton)?.[1] ?? ''
  return `sha256-${createHash('sha256').update(script).digest('base64')}`
}

/** Of the page's checkboxes, in their order. */
function countsText({ counts, explained }: RunSummary): string {
  const parts = severities.map((severity) => `${severityNames[severity]} ${counts[severity]} 处`)
  return [...parts, ...(explained.length > 0 ? [`说明 ${explained.length} 处`] : [])].join('，')
}

interface Facts {
  readonly material: BookMaterial
  readonly logs: readonly LogSummary[]
  readonly run: RunSummary
  readonly shown: ShownLogs
  /** Of each log or sheet, what its columns are called. */
  readonly headings: ReadonlyMap<string, ReadonlyMap<number, string>>
  readonly findings: readonly Finding[]
}

function sourceKey({ path, sheet }: Pick<Finding, 'path' | 'sheet'>): string {
  return `${path}\n${sheet ?? ''}`
}

function groupElement(
  { rule, count, shown }: RuleFindings,
  facts: Facts,
  paths: readonly string[],
): HtmlElement {
  const explained = new Set<Finding>(facts.run.explained)
  const elementOf = (finding: Finding): HtmlElement => {
    const rows = facts.shown.around(finding)
    const one: ShownFinding = {
      finding,
      isExplained: explained.has(finding),
      rows,
      row: rows.find(({ line }) => line === finding.line)?.row,
      headings: facts.headings.get(sourceKey(finding)) ?? new Map(),
      log: paths.indexOf(finding.path),
    }
    return findingElement(one, rule.remedy)
  }
  const more = count - shown.length
  return tag(
    'section',
    { class: 'rule', 'data-rule': rule.id, 'aria-labelledby': `rule-${rule.id}` },
    tag('h2', { id: `rule-${rule.id}` }, `${rule.summary}　${count} 处`),
    tag('p', { class: 'id' }, rule.id),
    tag('p', {}, `为什么：${rule.why}`),
    tag('p', {}, `怎么办：${rule.remedy}`),
    ...shown.map(elementOf),
    ...(more > 0
      ? [tag('p', { class: 'capped' }, `另有 ${more} 处没有列在这一页；全部见 -o 问题.xlsx 或 -o 问题.csv。`)]
      : []),
  )
}

function logList({ logs, run }: Facts): HtmlElement {
  const lines = [
    ...logs.map((log) => `${pathName(log.path)}：${assumptions(log)}`),
    ...run.failures.map(({ path, message, remedy }) => `${pathName(path)}：没能读取，${message}；${remedy}`),
    ...run.skipped.map(({ path, reason }) => `${pathName(path)}：没有读，${reason}`),
  ]
  return tag('ul', {}, ...lines.map((line) => tag('li', {}, printable(line))))
}

function options(names: readonly (readonly [value: string, name: string])[]): string {
  return names.map(([value, name]) => htmlText(tag('option', { value }, printable(name)))).join('')
}

function pageText(facts: Facts): string {
  const { material, logs, run, findings } = facts
  const { head, rules, skeleton } = material
  const groups = groupsOf(findings, rules)
  const paths = [...new Set([...logs.map(({ path }) => path), ...findings.map(({ path }) => path)])]
  const cases = logs.reduce((sum, log) => sum + log.cases, 0)
  const summary = [
    tag('p', { class: 'counts' }, `共 ${logs.length} 份台账、${cases} 件案件：${countsText(run)}。`),
    tag(
      'p',
      {},
      `以 ${head.asOf} 为准；${head.tool.name} ${head.tool.version}。${whatRanInWords(run.rules)}`,
    ),
    logList(facts),
  ]
  const shown = groups.reduce((sum, group) => sum + group.shown.length, 0)
  return fillSkeleton(skeleton, {
    hash: scriptHash(skeleton),
    summary: summary.map(htmlText).join(''),
    rules: options(groups.map(({ rule, count }) => [rule.id, `${rule.summary}（${count}）`])),
    logs: options(paths.map((path, at) => [String(at), pathName(path)])),
    shown: String(shown),
    groups:
      groups.length === 0
        ? htmlText(tag('p', { class: 'none' }, '没有发现问题。'))
        : groups.map((group) => htmlText(groupElement(group, facts, paths))).join(''),
  })
}

/** By the number of their column, as the log itself calls them. */
function headingsOf({ layout }: Case): ReadonlyMap<number, string> {
  const named = columns.flatMap((column) => {
    const [at, name] = [layout.index[column], layout.heading[column]]
    return at === undefined || name === undefined ? [] : [[at + 1, name] as const]
  })
  return new Map(named)
}

export const findingsHtml: BookFormat = (material) => {
  const findings: Finding[] = []
  const logs: LogSummary[] = []
  const headings = new Map<string, ReadonlyMap<number, string>>()
  const shown = showLogs({ reserved: [] })
  return {
    finding(finding) {
      findings.push(finding)
      shown.finding(finding)
    },
    log: (summary) => logs.push(summary),
    row: shown.row,
    case(c) {
      const key = sourceKey(c.layout)
      if (!headings.has(key)) headings.set(key, headingsOf(c))
    },
    async end(run) {
      const all = [...findings, ...run.explained]
      return Buffer.from(pageText({ material, logs, run, shown, headings, findings: all }))
    },
  }
}

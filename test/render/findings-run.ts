import { day } from '../../src/model/date.ts'
import { type Counts, type Finding, severities } from '../../src/model/finding.ts'
import type { LogSummary } from '../../src/model/log.ts'
import type { Look } from '../../src/model/look.ts'
import type { RuleCount, RunHead, RunSummary } from '../../src/model/run.ts'
import type { FindingsFormat } from '../../src/render/findings/index.ts'

export const head: RunHead = {
  tool: { name: 'ipcase', version: '1.0.0' },
  asOf: day('2024-06-07'),
  programme: 'chaoyang',
}

export const plain: Look = { color: false, columns: undefined, quiet: false }

export function log(path: string, more: Partial<LogSummary> = {}): LogSummary {
  return {
    path,
    unit: null,
    otherUnits: [],
    date: null,
    encoding: 'utf-8',
    delimiter: ',',
    headingLine: 1,
    rows: 9,
    cases: 9,
    skipped: { blank: 0, placeholder: 0, furniture: 0 },
    repairs: 0,
    leftOut: [],
    ...more,
  }
}

export function finding(path: string, line: number, more: Partial<Finding> = {}): Finding {
  return {
    rule: 'published-missing',
    severity: 'warning',
    path,
    line,
    cell: `G${line}`,
    column: 'published',
    heading: '是否公开',
    message: '已经结案，是否公开没有填写',
    remedy: '填“是”或“否”。',
    ...more,
  }
}

function countOf(findings: readonly Finding[]): Counts {
  const of = (severity: Finding['severity']) => findings.filter((f) => f.severity === severity).length
  return { error: of('error'), warning: of('warning'), note: of('note') }
}

function byRule(findings: readonly Finding[]): readonly RuleCount[] {
  return severities.flatMap((severity) => {
    const rules = findings.filter((f) => f.severity === severity).map((f) => f.rule)
    return [...new Set(rules)].map((rule) => ({
      rule,
      severity,
      summary: `${rule} 的说明`,
      count: rules.filter((other) => other === rule).length,
    }))
  })
}

export interface Run {
  /** Each log with its findings, in the order of the run. */
  readonly logs: readonly (readonly [LogSummary, readonly Finding[]])[]
  readonly more?: Partial<RunSummary>
}

/** What a format prints of a run, from first to last. */
export function printed(format: FindingsFormat, run: Run, look: Look = plain): string {
  const reporter = format(head, look)
  const findings = run.logs.flatMap(([, found]) => found)
  const body = run.logs.map(([summary, found]) => [...found.map(reporter.finding), reporter.log(summary)])
  const end = reporter.end({
    exitCode: findings.some(({ severity }) => severity === 'error') ? 1 : 0,
    counts: countOf(findings),
    byRule: byRule(findings),
    explained: [],
    since: undefined,
    notShown: 0,
    rules: [],
    skipped: [],
    failures: [],
    again: 'ipcase validate 台账',
    ...run.more,
  })
  return [...body.flat(), end].join('')
}

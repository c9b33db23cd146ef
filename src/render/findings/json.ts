import type { ValidateDocument } from '../../model/documents/validate.ts'
import type { SinceEarlier } from '../../model/explanation.ts'
import type { Explained, Finding } from '../../model/finding.ts'
import type { LogSummary } from '../../model/log.ts'
import type { RuleStatus, RunHead, RunSummary } from '../../model/run.ts'
import type { FindingsFormat } from './index.ts'

export function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}

export function findingDocument(f: Finding): ValidateDocument['findings'][number] {
  return {
    rule: f.rule,
    severity: f.severity,
    path: slashed(f.path),
    sheet: f.sheet,
    line: f.line,
    cell: f.cell,
    column: f.column,
    heading: f.heading,
    value: f.value,
    type: f.type,
    caseNumber: f.caseNumber,
    filed: f.filed,
    message: f.message,
    remedy: f.remedy,
  }
}

export function explainedDocument(f: Explained): ValidateDocument['explained'][number] {
  return { ...findingDocument(f), reason: f.reason }
}

export function ruleDocument({ id, status, reason }: RuleStatus): ValidateDocument['rules'][number] {
  return { id, status, reason }
}

export function sinceDocument(since: SinceEarlier | undefined): ValidateDocument['since'] {
  if (since === undefined) return null
  const { mended, explained, open, fresh } = since
  return { mended, explained, open, new: fresh }
}

function logDocument(log: LogSummary): ValidateDocument['logs'][number] {
  return {
    path: slashed(log.path),
    unit: log.unit,
    date: log.date,
    encoding: log.encoding,
    delimiter: log.delimiter,
    headingLine: log.headingLine,
    rows: log.rows,
    cases: log.cases,
    skipped: log.skipped,
    repairs: log.repairs,
    sheets: log.sheets && [...log.sheets],
  }
}

function headText(head: RunHead): string {
  return [
    '{',
    '  "schemaVersion": 1,',
    `  "tool": ${JSON.stringify(head.tool)},`,
    `  "asOf": ${JSON.stringify(head.asOf)},`,
    `  "programme": ${JSON.stringify(head.programme)},`,
    '  "findings": [',
  ].join('\n')
}

/** One element a line, so that the document greps and diffs like a list. */
function list(elements: readonly object[]): string {
  if (elements.length === 0) return '[]'
  return `[\n${elements.map((element) => `    ${JSON.stringify(element)}`).join(',\n')}\n  ]`
}

function tailText(logs: readonly LogSummary[], run: RunSummary): string {
  const { error, warning, note } = run.counts
  const skipped = run.skipped.map(({ path, reason }) => ({ path: slashed(path), reason }))
  const rules = run.rules.map(ruleDocument)
  const failures = run.failures.map(({ path, message, remedy }) => ({ path: slashed(path), message, remedy }))
  return [
    `  "explained": ${list(run.explained.map(explainedDocument))},`,
    `  "since": ${JSON.stringify(sinceDocument(run.since))},`,
    `  "logs": ${list(logs.map(logDocument))},`,
    `  "rules": ${list(rules)},`,
    `  "counts": ${JSON.stringify({ error, warning, note })},`,
    `  "skipped": ${list(skipped)},`,
    `  "failures": ${list(failures)},`,
    `  "exitCode": ${run.exitCode}`,
    '}\n',
  ].join('\n')
}

/** One document, written as the run goes: findings first, so that memory holds none of them. */
export const jsonReporter: FindingsFormat = (head) => {
  const logs: LogSummary[] = []
  let before = headText(head)
  let close = '],\n'
  return {
    finding: (finding) => {
      const text = `${before}\n    ${JSON.stringify(findingDocument(finding))}`
      before = ','
      close = '\n  ],\n'
      return text
    },
    log: (summary) => {
      logs.push(summary)
      return ''
    },
    end: (run) => (before === ',' ? '' : before) + close + tailText(logs, run),
  }
}

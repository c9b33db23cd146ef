import { type Counts, severities } from '../../model/finding.ts'
import type { Look } from '../../model/look.ts'
import type { RuleCount, RunSummary } from '../../model/run.ts'
import type { Drawing } from '../paint.ts'
import { visible } from '../printable.ts'
import { aligned, displayWidth } from '../width.ts'
import { hang } from '../wrap.ts'
import { pathName, placeName, severityMark, severityNames, whatRanInWords } from './words.ts'

const shownFiles = 20
const shownExplained = 20

export interface SummaryTotals {
  readonly logs: number
  readonly faultyLogs: number
  readonly cases: number
  readonly hidden: number
}

function fileLines(lines: readonly string[]): string[] {
  const rest = lines.length - shownFiles
  return rest > 0 ? [...lines.slice(0, shownFiles), `  … 另有 ${rest} 个（全部见 -f json）`] : [...lines]
}

function failureLines({ failures }: RunSummary, { look, paint }: Drawing): string[] {
  if (failures.length === 0) return []
  const lines = failures.map(({ path, message, remedy }) => {
    const text = `${pathName(path)}：${visible(message)} → ${visible(remedy)}`
    return `  ${paint.red('×')} ${hang(text, look.columns, 4)}`
  })
  return [`没能读取的文件 ${failures.length} 个：`, ...fileLines(lines), '']
}

function skippedLines({ skipped }: RunSummary, { look }: Drawing): string[] {
  if (skipped.length === 0 || look.quiet) return []
  const lines = skipped.map(({ path, reason }) => {
    return `  - ${hang(`${pathName(path)}：${visible(reason)}`, look.columns, 4)}`
  })
  return [`跳过的文件 ${skipped.length} 个：`, ...fileLines(lines), '']
}

function countWords(counts: Counts): string {
  const some = severities.filter((severity) => counts[severity] > 0)
  return some.map((severity) => `${severityNames[severity]} ${counts[severity]} 处`).join('，')
}

function ruleTable(byRule: readonly RuleCount[], { look, paint }: Drawing): string[] {
  const rows = byRule.map(({ rule, count }) => [String(count), rule])
  const starts = aligned(rows, (at) => at === 0)
  return byRule.map(({ severity, summary }, at) => {
    const line = `  ${[severityMark(severity, paint), ...(starts[at] ?? [])].join('  ')}  `
    return line + hang(summary, look.columns, displayWidth(line))
  })
}

function totalLine(run: RunSummary, { logs, cases, faultyLogs }: SummaryTotals): string {
  if (logs === 0) return '没有读到台账。'
  const read = `共 ${logs} 份台账、${cases} 件案件`
  const explained = run.explained.length > 0 ? `说明 ${run.explained.length} 处` : ''
  if (run.byRule.length === 0) {
    return explained === '' ? `${read}，没有发现问题。` : `${read}，没有未说明的问题；${explained}。`
  }
  const which = logs > 1 ? `，其中 ${faultyLogs} 份需要核对` : ''
  return `${read}${which}：${[countWords(run.counts), explained].filter(Boolean).join('；')}。`
}

/** What a file of findings holds, said where the findings themselves are not; a list is there to be written in. */
export function writtenWords({ counts, explained }: RunSummary, isList: boolean): string {
  const found = [countWords(counts), explained.length > 0 ? `说明 ${explained.length} 处` : ''].filter(
    Boolean,
  )
  if (found.length === 0) return '没有发现问题'
  const isOpen = isList && counts.warning + counts.note > 0
  return [
    ...found,
    ...(isOpen ? ['确实如此、不必改的，在“说明”一栏写明原因，下次用 --explained 读回'] : []),
  ].join('；')
}

/** Each with its reason: whoever reads the result is to see what was let pass, and why. */
function explainedLines({ explained }: RunSummary, { look }: Drawing): string[] {
  if (explained.length === 0 || look.quiet) return []
  const style = { withSheet: false, short: look.columns !== undefined }
  const lines = explained.slice(0, shownExplained).map((finding) => {
    const text = `${placeName(finding, style)}  ${visible(finding.message)} 说明：${visible(finding.reason)}`
    return `  - ${hang(`${text} [${finding.rule}]`, look.columns, 4)}`
  })
  const rest = explained.length - shownExplained
  const more = rest > 0 ? [`  … 另有 ${rest} 处（全部见 -f json 或 -o 问题.xlsx）`] : []
  return [`已说明的 ${explained.length} 处：`, ...lines, ...more, '']
}

function sinceLines({ since, notShown }: RunSummary, { columns, quiet }: Look): string[] {
  if (quiet) return []
  const parts = since && [
    `改好 ${since.mended} 处`,
    `已说明 ${since.explained} 处`,
    `仍在 ${since.open} 处`,
    `新出现 ${since.fresh} 处`,
  ]
  return [
    ...(parts ? [hang(`与上次的问题清单相比：${parts.join('，')}。`, columns, 0)] : []),
    ...(notShown > 0
      ? [hang(`只看 --only 写明的规则；其他规则的问题 ${notShown} 处没有列出。`, columns, 0)]
      : []),
  ]
}

/** Of no case no rule has spoken. */
function ranLines({ rules }: RunSummary, { cases }: SummaryTotals, { columns, quiet }: Look): string[] {
  return quiet || cases === 0 || rules.length === 0 ? [] : [hang(whatRanInWords(rules), columns, 0)]
}

/** What to do before the same command is run again; undefined where it need not be. */
function beforeNextRun({ counts, failures }: RunSummary): string | undefined {
  if (counts.error > 0) return `先改 ${counts.error} 处错误，再运行`
  if (failures.length > 0) return '处理没能读取的文件，再运行'
  return counts.warning > 0 ? '没有错误；请逐条核对警告，要改的改好后再运行' : undefined
}

/** A command is never broken: somebody copies it. */
function nextStep(run: RunSummary, columns: number | undefined): string {
  const words = beforeNextRun(run)
  if (words === undefined) return hang('下一步：没有错误和警告；提示请核实，无误的不必改', columns, 8)
  const whole = `下一步：${words} ${run.again}`
  if (columns === undefined || displayWidth(whole) <= columns) return whole
  return `${hang(`下一步：${words}：`, columns, 8)}\n  ${run.again}`
}

function stepLines(run: RunSummary, { columns, quiet }: Look): string[] {
  const first = run.byRule[0]
  if (quiet || (first === undefined && run.failures.length === 0)) return []
  const step = nextStep(run, columns)
  return first === undefined ? [step] : [step, `看说明：ipcase explain ${first.rule}`]
}

/** What could not be read, where nothing else is to be said. */
export function failuresText(run: RunSummary, style: Drawing): string {
  return failureLines(run, style).join('\n')
}

/** What stands at the end, where the eye is: files, totals, counts by rule, the next step. */
export function summaryText(run: RunSummary, totals: SummaryTotals, style: Drawing): string {
  const { columns } = style.look
  const table = run.byRule.length === 0 ? [] : ruleTable(run.byRule, style)
  const cap =
    totals.hidden > 0
      ? [hang(`有 ${totals.hidden} 处没有逐条列出，全部清单用 -f csv 或 -f json。`, columns, 0)]
      : []
  return [
    ...skippedLines(run, style),
    ...failureLines(run, style),
    ...explainedLines(run, style),
    hang(totalLine(run, totals), columns, 0),
    ...table,
    ...cap,
    ...ranLines(run, totals, style.look),
    ...sinceLines(run, style.look),
    ...stepLines(run, style.look),
    '',
  ].join('\n')
}

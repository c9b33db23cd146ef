import { headings } from '../../model/case.ts'
import type { Finding, Severity } from '../../model/finding.ts'
import type { Encoding, LogSummary } from '../../model/log.ts'
import type { RuleStatus } from '../../model/run.ts'
import type { Paint } from '../paint.ts'
import { visible } from '../printable.ts'
import { displayWidth } from '../width.ts'
import { characters } from '../wrap.ts'

export const severityNames: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  note: '提示',
}

// Signs that GBK has, so that the fonts of an old Windows console have them too.
const signs: Readonly<Record<Severity, string>> = { error: '×', warning: '▲', note: '○' }

export function severitySign(severity: Severity): string {
  return signs[severity]
}

const colors = { error: 'red', warning: 'yellow', note: 'cyan' } as const

export function severityMark(severity: Severity, paint: Paint): string {
  return paint[colors[severity]](`${signs[severity]} ${severityNames[severity]}`)
}

/** `-` is how a command line names it. */
export function pathName(path: string): string {
  return path === '-' ? '标准输入' : visible(path)
}

function baseName(path: string): string {
  return pathName(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1))
}

function beginning(list: readonly string[], width: number): readonly string[] {
  const tooMany = list.findIndex((_, i) => displayWidth(list.slice(0, i + 1).join('')) > width)
  return tooMany < 0 ? list : list.slice(0, tooMany)
}

const shortName = { whole: 20, head: 8, tail: 9 }

/** Its beginning and its end: the head line of the log says the whole. */
function shortened(name: string): string {
  if (displayWidth(name) <= shortName.whole) return name
  const list = characters(name)
  const tail = beginning(list.toReversed(), shortName.tail).toReversed()
  return [...beginning(list, shortName.head), '…', ...tail].join('')
}

/** The row and the column's letter; where a spreadsheet counts otherwise than lines are counted, its cell alone. */
function cellPlace(file: string, line: number | undefined, cell: string | undefined): string {
  const [, column, row] = /^([A-Z]+)(\d+)$/.exec(cell ?? '') ?? []
  if (cell !== undefined && (row === undefined || Number(row) !== line)) return `${file} ${cell}格`
  const at = line === undefined ? file : `${file}:${line}`
  return column === undefined ? at : `${at} ${column}列`
}

interface PlaceStyle {
  /** A log with several sheets. */
  readonly withSheet: boolean
  /** On a terminal a long file name would leave no room for the sentence. */
  readonly short: boolean
}

/** A finding, or whatever else stands in a cell. */
type PlacedFinding = Pick<Finding, 'path' | 'sheet' | 'line' | 'cell' | 'column' | 'heading' | 'rowName'>

/** Such as 凌源.csv:7 E列 结案时间. */
export function placeName(finding: PlacedFinding, { withSheet, short }: PlaceStyle): string {
  const { path, sheet, line, cell, column, rowName } = finding
  const name = short ? shortened(baseName(path)) : baseName(path)
  const file = withSheet && sheet !== undefined ? `${name} ${visible(sheet)}` : name
  const heading = finding.heading ?? (column && headings[column])
  if (rowName !== undefined)
    return [file, visible(rowName), heading && visible(heading)].filter(Boolean).join(' ')
  return [cellPlace(file, line, cell), heading && visible(heading)].filter(Boolean).join(' ')
}

const encodings: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030',
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
}

const delimiters: Readonly<Record<string, string>> = {
  ',': '逗号',
  '，': '全角逗号',
  ';': '分号',
  '；': '全角分号',
  '\t': '制表符',
}

function sum({ rows, cases, skipped }: LogSummary): string {
  const parts = [
    ['案件', cases],
    ['空行', skipped.blank],
    ['预留行', skipped.placeholder],
    ['说明行', skipped.furniture],
  ] as const
  const terms = parts.filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`)
  if (rows === cases) return rows === 0 ? '表头下没有内容' : `${cases} 件案件`
  return `共 ${rows} 行 = ${terms.join(' + ')}${cases === 0 ? '，无案件' : ''}`
}

/** Nothing of a file with one sheet: there was nothing to choose. */
function sheetNames({ sheets = [] }: LogSummary): readonly string[] {
  if (sheets.length < 2) return []
  const read = sheets.filter((sheet) => sheet.read)
  const skipped = sheets.filter((sheet) => !sheet.read)
  return [
    ...(read.length > 0 ? [`读取${read.map(({ name }) => `“${visible(name)}”`).join('、')}`] : []),
    ...skipped.map(({ name, reason }) => `未读“${visible(name)}”（${reason}）`),
  ]
}

/** What was assumed in reading a log, so that a wrong assumption is seen. */
export function assumptions(log: LogSummary): string {
  const { unit, encoding, delimiter, headingLine, repairs, hidden = 0 } = log
  return [
    ...(unit === null ? [] : [`填报单位 ${visible(unit)}`]),
    ...(encoding === undefined ? [] : [`编码 ${encodings[encoding]}`]),
    ...(delimiter === undefined ? [] : [`分隔符 ${delimiters[delimiter] ?? `“${visible(delimiter)}”`}`]),
    ...sheetNames(log),
    ...(headingLine === null ? ['没有找到表头'] : [`表头在第 ${headingLine} 行`, sum(log)]),
    ...(hidden > 0 ? [`其中 ${hidden} 件在隐藏的行里，也读了`] : []),
    ...(repairs > 0 ? [`已按规范读作 ${repairs} 处`] : []),
  ].join('，')
}

const outcomes = { 'not-applicable': '没有查：', off: '', lowered: '', ran: '' } as const

/** 7 条没有查：台账没有“是否公开”一栏 */
function grouped(rules: readonly RuleStatus[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const { status, reason } of rules) {
    const words = `${outcomes[status]}${reason}`
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].map(([words, count]) => `${count} 条${words}`)
}

/** What was looked at, and what was not and why; what this kind of run never asks is not counted. */
export function whatRanInWords(rules: readonly RuleStatus[]): string {
  const asked = rules.filter(({ isUsual }) => !isUsual)
  const ran = asked.filter(({ status }) => status === 'ran' || status === 'lowered')
  const unjudged = asked.filter(({ status, reason }) => status === 'ran' && reason !== null)
  const others = ['not-applicable', 'off', 'lowered'].flatMap((status) =>
    grouped(asked.filter((rule) => rule.status === status)),
  )
  const parts = [
    `核对了 ${ran.length} 条规则`,
    ...others,
    ...unjudged.map(({ id, reason }) => `${id} ${reason}`),
  ]
  return `${parts.join('；')}。`
}

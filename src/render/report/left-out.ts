import { chineseDate } from '../../model/date.ts'
import type { LeftOutCase, NamedCase, ReportFacts } from '../../model/report.ts'
import { rowInWords } from '../../model/row-in-words.ts'
import { pathName } from '../findings/place.ts'
import { visible } from '../printable.ts'

const groupNames = {
  rule: '有错误',
  'not-a-case': '没有立案',
  'out-of-scope': '不属本表统计范围',
  period: '不在统计期间',
  withheld: '没有出表',
} as const satisfies Readonly<Record<LeftOutCase['reason'], string>>

/** Where the rule that would say it is off. */
const unsaid: Readonly<Record<string, string>> = {
  'type-missing': '没有写案件类型',
  'type-unknown': '案件类型认不出来',
  'date-invalid': '日期认不出来',
}

/** A list that nobody reads to its end hides what stands above it. */
const mostLines = 50

function placeText(one: NamedCase): string {
  const { path, sheet } = one
  const where = sheet === undefined || one.isDocument ? '' : ` ${visible(sheet)}`
  return `${pathName(path)}${where} ${visible(rowInWords(one))}`
}

function nameText({ type, caseNumber, filed }: NamedCase): string {
  const number = caseNumber ?? (filed === null ? '没有编号' : `没有编号，立案时间 ${filed}`)
  return `${type === null ? '' : `${visible(type)} `}${visible(number)}`
}

function reasonText({ reason, rules, message }: LeftOutCase): string {
  if (reason !== 'rule') return ''
  const first = message ?? unsaid[rules[0] ?? ''] ?? ''
  return first === '' ? '' : `：${visible(first)}${rules.length > 1 ? ` 等 ${rules.length} 处` : ''}`
}

function linesOf<One extends NamedCase>(cases: readonly One[], wordsOf: (one: One) => string) {
  const shown = cases.slice(0, mostLines)
  const more = cases.length - shown.length
  return [
    ...shown.map((one) => `    ${placeText(one)} ${nameText(one)}${wordsOf(one)}`),
    ...(more > 0 ? [`    其余 ${more} 件从略，全部列在 -f json 里`] : []),
  ]
}

/** What was read and is not in the table, a line a case. */
export function leftOutLines({ cases, leftOut }: Pick<ReportFacts, 'cases' | 'leftOut'>): readonly string[] {
  if (leftOut.length === 0) return []
  const groups = Object.entries(groupNames).flatMap(([reason, words]) => {
    const own = leftOut.filter((one) => one.reason === reason)
    return own.length === 0 ? [] : [`  ${words} ${own.length} 件：`, ...linesOf(own, reasonText)]
  })
  return [
    `共读到案件 ${cases} 件，列入表中 ${cases - leftOut.length} 件，未列入 ${leftOut.length} 件：`,
    ...groups,
  ]
}

/** What is in the table otherwise than the log has it. */
export function closedLaterLines({ closedLater, period }: ReportFacts): readonly string[] {
  if (closedLater.length === 0) return []
  return [
    `有 ${closedLater.length} 件到${chineseDate(period.to)}还没有结案，台账里的结案在这以后：表中按在办列出，结案时间、结案方式、是否公开、公开网址留空：`,
    ...linesOf(closedLater, () => ''),
  ]
}

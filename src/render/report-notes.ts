import { chineseDate } from '../model/date.ts'
import type { Comparison, LeftOutCase, NamedCase, NeverReturned, ReportFacts } from '../model/report.ts'
import { rowInWords } from '../model/row-in-words.ts'
import { deadlineSentences } from './deadline/words.ts'
import { pathName } from './findings/words.ts'
import { visible } from './printable.ts'
import { periodText } from './table/totals.ts'

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
function closedLaterLines({ closedLater, period }: ReportFacts): readonly string[] {
  if (closedLater.length === 0) return []
  return [
    `有 ${closedLater.length} 件到${chineseDate(period.to)}还没有结案，台账里的结案在这以后：表中按在办列出，结案时间、结案方式、是否公开、公开网址留空：`,
    ...linesOf(closedLater, () => ''),
  ]
}

const mostNamed = 20

function nameOf({ type, caseNumber, filed }: NamedCase): string {
  const which = caseNumber === null ? '没有编号的' : `「${visible(caseNumber)}」`
  return `${which}${visible(type ?? '')}案件${filed === null ? '' : `（${visible(filed)} 立案）`}`
}

/** What would reach no return unless somebody puts it into one. */
function neverReturnedLines({ cases, closedAfter }: NeverReturned): readonly string[] {
  if (cases.length === 0) return []
  const count = `${cases.length} 件`
  const more = cases.length > mostNamed ? ' 等' : ''
  const names = `${cases.slice(0, mostNamed).map(nameOf).join('、')}${more}`
  return closedAfter === null
    ? [`不在统计期间、以往报送也都没有列过的案件 ${count}：${names}。应当报的，换 --period since-last 出表。`]
    : [
        `不在统计期间、上年最后一期截止日（${chineseDate(closedAfter)}）以后才结案的案件 ${count}，可能哪一期都没有报过：${names}。`,
      ]
}

export function comparisonLines(comparison: Comparison): readonly string[] {
  switch (comparison) {
    case 'no-archive':
      return []
    case 'no-unit':
      return ['上次报送：不知道是哪个单位的台账，没有核对；可用 --unit 写明。']
    case 'first-return':
      return ['上次报送：存档里没有这个单位此前的记录，没有核对。']
    default: {
      const { round, day, file, cases } = comparison
      return [
        `上次报送：${round} 期，${chineseDate(day)}报送（${visible(file)}，案件 ${cases} 件），已逐件核对。`,
      ]
    }
  }
}

const noReturn = '没有以往的报送可以对照，所以列入了全部案件。'

/** What was assumed and left out, and how the deadline stands: for standard error, beside any table. */
export function reportNotes(facts: ReportFacts): readonly string[] {
  const { unit, period, deadline, borrowedForm, comparison } = facts
  return [
    ...leftOutLines(facts),
    ...neverReturnedLines(facts.neverReturned),
    ...closedLaterLines(facts),
    `填报单位：${visible(unit ?? '（未写明）')}`,
    `统计期间：${periodText(period)}（--period ${period.name}）`,
    ...(period.name === 'since-last' && comparison === 'first-return' ? [noReturn] : []),
    ...comparisonLines(comparison),
    ...(borrowedForm === null ? [] : [`表式：本方案的通知没有附表，借用${borrowedForm}的表式。`]),
    ...deadlineSentences(deadline),
  ]
}

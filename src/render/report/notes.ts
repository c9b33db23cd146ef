import { chineseDate } from '../../model/date.ts'
import type { Comparison, LeftOutCase, ReportFacts } from '../../model/report.ts'
import { deadlineSentences } from '../deadline/sentences.ts'
import { periodText } from '../table/totals.ts'
import { visible } from '../visible.ts'
import { neverReturnedLines } from './never-returned.ts'

const reasons = {
  rule: '有错误',
  'out-of-scope': '不属本表统计范围',
  period: '不在统计期间',
  withheld: '没有出表',
} as const satisfies Readonly<Record<LeftOutCase['reason'], string>>

const mostPlaces = 10

function placesOf(cases: readonly LeftOutCase[]): string {
  const shown = cases
    .slice(0, mostPlaces)
    .map(({ path, sheet, line }) => `${path}${sheet ? ` ${sheet}` : ''}:${line}`)
  const more = cases.length - shown.length
  return `${shown.join('、')}${more > 0 ? ` 等 ${cases.length} 行` : ''}`
}

function leftOutLines({ cases, leftOut }: ReportFacts): readonly string[] {
  if (leftOut.length === 0) return []
  const groups = Object.entries(reasons).flatMap(([reason, words]) => {
    const own = leftOut.filter((one) => one.reason === reason)
    return own.length === 0 ? [] : [`  ${words} ${own.length} 件：${placesOf(own)}`]
  })
  return [
    `共读到案件 ${cases} 件，列入表中 ${cases - leftOut.length} 件，未列入 ${leftOut.length} 件：`,
    ...groups,
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
    `填报单位：${unit ?? '（未写明）'}`,
    `统计期间：${periodText(period)}（--period ${period.name}）`,
    ...(period.name === 'since-last' && comparison === 'first-return' ? [noReturn] : []),
    ...comparisonLines(comparison),
    ...(borrowedForm === null ? [] : [`表式：本方案的通知没有附表，借用${borrowedForm}的表式。`]),
    ...deadlineSentences(deadline),
  ]
}

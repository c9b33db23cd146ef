import { chineseDate } from '../../model/date.ts'
import type { Comparison, ReportFacts } from '../../model/report.ts'
import { deadlineSentences } from '../deadline/sentences.ts'
import { visible } from '../printable.ts'
import { periodText } from '../table/totals.ts'
import { closedLaterLines, leftOutLines } from './left-out.ts'
import { neverReturnedLines } from './never-returned.ts'

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

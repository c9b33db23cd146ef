import type { BriefParagraph } from '../../model/brief.ts'
import type { BriefFacts, CaseChanges } from '../../model/brief-facts.ts'
import { chineseDate } from '../../model/date.ts'
import type { Comparison } from '../../model/report.ts'

const reasons: Readonly<Record<Extract<Comparison, string>, string>> = {
  'no-archive': '没有使用报送存档',
  'no-unit': '不知道是哪个单位的台账',
  'first-return': '报送存档里没有本单位此前的记录',
}

function doubts({ reopened, renumbered, vanished }: CaseChanges): readonly string[] {
  return [
    ...(reopened === 0 ? [] : [`上次已结、现又在办${reopened}件`]),
    ...(renumbered === 0 ? [] : [`上次在办、疑似换了编号${renumbered}件`]),
    ...(vanished === null || vanished === 0 ? [] : [`上次在办、这次没有了${vanished}件`]),
  ]
}

/** Counts against the previous return; without one, that there is none to count against. */
export function changeParagraphs({ report, changes }: BriefFacts): readonly BriefParagraph[] {
  if (changes === undefined) {
    const why = typeof report.comparison === 'string' ? `（${reasons[report.comparison]}）` : ''
    return [[`没有上次报送的记录可比${why}。`]]
  }
  const { previous, added, closedSince, stillOpen, vanished } = changes
  const whole = report.period.from === null ? '' : '按台账中各期间的案件计，'
  const unsure = doubts(changes)
  return [
    [
      `与上次报送（${previous.round}期，${chineseDate(previous.day)}报送，案件${previous.cases}件）相比，${whole}新增案件${added}件；上次在办、现已结案${closedSince}件；上次在办、现仍在办${stillOpen}件。`,
    ],
    ...(unsure.length === 0 ? [] : [[`${unsure.join('；')}，待核实。`]]),
    ...(vanished === null ? [['台账没有读全，上次在办的案件这次是否都在，无从比较。']] : []),
  ]
}

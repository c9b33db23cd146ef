import type { BriefFacts, BriefParagraph, ComparedChanges } from '../../model/brief.ts'
import { chineseDate } from '../../model/date.ts'
import type { Comparison } from '../../model/report.ts'

const reasons: Readonly<Record<Extract<Comparison, string>, string>> = {
  'no-archive': '没有使用报送存档',
  'no-unit': '不知道是哪个单位的台账',
  'first-return': '报送存档里没有本单位此前的记录',
}

function removedParagraph(changes: ComparedChanges): readonly BriefParagraph[] {
  const { removed, openRemoved, leftOut } = changes
  if (removed === 0) return []
  const parts = [
    ...(removed === openRemoved ? [] : [`上次已结案、本次不再列入${removed - openRemoved}件`]),
    ...(openRemoved === 0 ? [] : [`上次在办、本次没有列入${openRemoved}件`]),
  ]
  const read = leftOut === 0 ? '' : `（其中台账中仍有、未列入统计表${leftOut}件）`
  return [[`减少的${removed}件中，${parts.join('，')}${read}。`]]
}

function openParagraph({ wasOpen, closedSince, stillOpen, openRemoved, renumbered }: ComparedChanges) {
  const parts = [
    `现已结案${closedSince}件`,
    `现仍在办${stillOpen}件`,
    ...(openRemoved === 0 ? [] : [`本次没有列入${openRemoved}件（待核实）`]),
  ]
  const known = renumbered === 0 ? '' : `其中疑似换了编号${renumbered}件，按同一案件计，待核实。`
  return [[wasOpen === 0 ? '上次没有在办案件。' : `上次在办${wasOpen}件：${parts.join('，')}。${known}`]]
}

/** Counts against the previous return; without one, that there is none to count against. */
export function changeParagraphs({ report, changes }: BriefFacts): readonly BriefParagraph[] {
  if (changes === undefined) {
    const why = typeof report.comparison === 'string' ? `（${reasons[report.comparison]}）` : ''
    return [[`没有上次报送的记录可比${why}。`]]
  }
  const { previous, before, added, removed, now, reopened, isPartial } = changes
  const when = `${previous.round}期，${chineseDate(previous.day)}报送`
  return [
    [`上次报送（${when}）案件${before}件，本次新增${added}件、减少${removed}件，本次共${now}件。`],
    ...removedParagraph(changes),
    ...openParagraph(changes),
    ...(reopened === 0 ? [] : [[`上次已结、现又在办${reopened}件，待核实。`]]),
    ...(isPartial ? [['台账没有读全，减少的案件是否还在，无从比较。']] : []),
  ]
}

import type { BriefParagraph } from '../../model/brief.ts'
import type { BriefFacts, OverdueCase } from '../../model/brief-facts.ts'
import { chineseDate } from '../../model/date.ts'
import { visible } from '../printable.ts'

/** An account is read; beyond these the ledger is the place to look. */
const mostCases = 20

function nameOf({ type, caseNumber }: OverdueCase): string {
  return caseNumber === null ? `${type}案件（没有编号）` : `${type}案件「${visible(caseNumber)}」`
}

function overdueLine(one: OverdueCase, at: number): BriefParagraph {
  const { filed, base, daysOver, limit, source } = one
  const until = `${source}规定${limit.replaceAll(' ', '')}，到${chineseDate(base)}，已过${daysOver}天`
  return [`${at + 1}．${nameOf(one)}，${chineseDate(filed)}立案，${until}。`]
}

/** The ledger shows no extension and no suspended time, so that nothing here is more than a suspicion. */
export function limitParagraphs({ limits, totals }: BriefFacts): readonly BriefParagraph[] {
  const { over, mediations, unknown } = limits
  const shown = over.slice(0, mostCases)
  const main =
    over.length === 0
      ? '没有发现在办案件超过办案期限（不含延长）。'
      : `在办案件中，疑似超过办案期限（不含延长）${over.length}件，待核实；经批准的延长和中止、鉴定、公告、听证的时间，台账中看不出。`
  return [
    [totals.all.open === 0 ? '没有在办案件。' : main],
    ...shown.map(overdueLine),
    ...(over.length > shown.length ? [[`其余${over.length - shown.length}件从略。`]] : []),
    ...(over.length === 0 ? [] : [[{ blank: '延长、中止等情况' }]]),
    ...(mediations === 0 ? [] : [[`在办的专利纠纷调解${mediations}件，没有全国统一的办案期限，未作比较。`]]),
    ...(unknown === 0 ? [] : [[`另有在办案件${unknown}件，立案时间不明或没有可用的期限规定，未作比较。`]]),
  ]
}

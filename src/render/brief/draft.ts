import type { Brief, BriefFacts, BriefParagraph, BriefSection, OverdueCase } from '../../model/brief.ts'
import { chineseDate } from '../../model/date.ts'
import { nilWords } from '../../model/left-out-words.ts'
import type { LeftOutCase } from '../../model/report.ts'
import type { Tally } from '../../model/table.ts'
import { visible } from '../printable.ts'
import { periodText } from '../table/totals.ts'
import { changeParagraphs } from './changes.ts'

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
function limitParagraphs({ limits, totals }: BriefFacts): readonly BriefParagraph[] {
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

const reasons: readonly (readonly [LeftOutCase['reason'], string])[] = [
  ['rule', '有错误'],
  ['out-of-scope', '不属统计范围'],
  ['period', '不在统计期间'],
  ['not-a-case', '没有立案'],
]

function leftOutParagraphs({ report: { cases, leftOut } }: BriefFacts): readonly BriefParagraph[] {
  if (leftOut.length === 0) return []
  const groups = reasons.flatMap(([reason, words]) => {
    const own = leftOut.filter((one) => one.reason === reason)
    return own.length === 0 ? [] : [`${words}${own.length}件`]
  })
  const kept = cases - leftOut.length
  return [
    [`台账共读到案件${cases}件，列入统计表${kept}件，未列入${leftOut.length}件（${groups.join('，')}）。`],
  ]
}

/** How the cases were closed, and how long it took. */
function resultParagraphs({ closed, outcomes, confirmed, invalidated, medianDays, timed }: Tally) {
  if (closed === 0) return []
  const results = outcomes.map(({ outcome, cases }) => `${outcome}${cases}件`)
  const remarked = [
    ...(confirmed === 0 ? [] : [`行政调解司法确认${confirmed}件`]),
    ...(invalidated === 0 ? [] : [`专利无效后裁驳${invalidated}件`]),
  ]
  const among = remarked.length === 0 ? '' : `；其中${remarked.join('、')}`
  const days =
    medianDays === null ? '' : `从立案到结案，办理天数的中位数为${medianDays}天（按${timed}件计算）。`
  return [[`已结${closed}件按结案方式分：${results.join('，')}${among}。${days}`]]
}

function totalsParagraphs(facts: BriefFacts): readonly BriefParagraph[] {
  const { totals, nil, report } = facts
  const { cases, carried, filed, closed, open } = totals.all
  // A table of everything carries nothing over.
  const origin = report.period.name === 'all' ? '' : `（上期结转${carried}件、本期立案${filed}件）`
  const whole = nil ? `${nilWords}。` : `共${cases}件${origin}，其中已结${closed}件、在办${open}件。`
  const types = totals.byType.map((tally) =>
    tally.cases === 0
      ? `${tally.type}0件`
      : `${tally.type}${tally.cases}件（已结${tally.closed}件、在办${tally.open}件）`,
  )
  return [
    [`统计范围：${periodText(report.period)}。${whole}`],
    ...(nil ? [] : [[`按案件类型分：${types.join('，')}。`]]),
    ...resultParagraphs(totals.all),
    ...leftOutParagraphs(facts),
  ]
}

function publicationParagraphs({ totals, publication }: BriefFacts): readonly BriefParagraph[] {
  const { published, pending, unpublished, unsaid, reasonless, publishedWhileOpen } = publication
  const { closed } = totals.all
  const parts = [
    `已公开${published}件`,
    `尚未公开${pending}件`,
    `不公开${unpublished}件`,
    ...(unsaid === 0 ? [] : [`台账未填是否公开${unsaid}件`]),
  ]
  return [
    [closed === 0 ? '没有已结案件。' : `已结案件${closed}件中，${parts.join('，')}。`],
    ...(reasonless === 0
      ? []
      : [
          [`不公开的案件中，疑似应公开而未公开、备注没有写明理由的${reasonless}件，待核实。`],
          [{ blank: '不公开的理由' }],
        ]),
    ...(publishedWhileOpen === 0 ? [] : [[`另有在办案件填了已公开的${publishedWhileOpen}件，待核实。`]]),
  ]
}

function toFill(blank: string): readonly BriefParagraph[] {
  return [[{ blank }]]
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'] as const

/** Under the notice's own headings, so that whoever reads both finds each answered. */
function measures({ priorities }: BriefFacts): readonly BriefParagraph[] {
  if (priorities.length === 0) return toFill('工作举措')
  return priorities.map((priority, at) => [
    `（${numerals[at] ?? at + 1}）${visible(priority)}。`,
    { blank: '举措和成效' },
  ])
}

function numbered(sections: readonly BriefSection[]): readonly BriefSection[] {
  return sections.map((section, at) => ({ ...section, heading: `${numerals[at]}、${section.heading}` }))
}

function caseSections(facts: BriefFacts): readonly BriefSection[] {
  return [
    { heading: '案件办理情况', paragraphs: totalsParagraphs(facts) },
    // A campaign is summed up once: there is nothing before it.
    ...(facts.shape === 'summary' && facts.changes === undefined
      ? []
      : [{ heading: '与上次报送相比的变化', paragraphs: changeParagraphs(facts) }]),
    { heading: '办案期限', paragraphs: limitParagraphs(facts) },
    { heading: '公开情况', paragraphs: publicationParagraphs(facts) },
  ]
}

function sectionsOf(facts: BriefFacts): readonly BriefSection[] {
  if (facts.shape === 'summary') {
    return [
      { heading: '组织领导和基本情况', paragraphs: toFill('组织领导和基本情况') },
      { heading: '工作开展情况', paragraphs: measures(facts) },
      ...caseSections(facts),
      { heading: '经验做法和典型案例', paragraphs: toFill('经验做法和典型案例') },
      { heading: '存在问题和建议', paragraphs: toFill('存在问题和建议') },
      { heading: '今后工作打算', paragraphs: toFill('今后工作打算') },
    ]
  }
  return [
    { heading: '工作举措', paragraphs: measures(facts) },
    ...caseSections(facts),
    { heading: '典型案例', paragraphs: toFill('典型案例') },
    { heading: '存在问题', paragraphs: toFill('存在问题') },
    { heading: '下一步打算', paragraphs: toFill('下一步打算') },
  ]
}

/** Says what the data bear out and leaves a blank for everything else. */
export function draftOf(facts: BriefFacts): Brief {
  const { title, report } = facts
  const unit = report.unit === null ? { blank: '单位名称' } : visible(report.unit)
  const date = chineseDate(report.deadline.asOf)
  return {
    title: visible(title),
    opening: [[unit], [`（${date}）`]],
    sections: numbered(sectionsOf(facts)),
    signature: [[unit], [{ blank: '负责人签字、单位盖章' }], [date]],
  }
}

import type { Brief, BriefParagraph, BriefPiece, BriefSection } from '../../model/brief.ts'
import type { BriefFacts, PublicationFacts } from '../../model/brief-facts.ts'
import { chineseDate } from '../../model/date.ts'
import type { Tally } from '../../model/table.ts'
import { periodText } from '../table/totals.ts'
import { changeParagraphs } from './changes.ts'
import { limitParagraphs } from './limits.ts'

function tallyText({ filed, closed, open, published }: Tally): string {
  return `${filed}件，其中结案${closed}件、在办${open}件、已公开${published}件`
}

function totalParagraphs({ totals, nil, report }: BriefFacts): readonly BriefParagraph[] {
  const faulty = report.leftOut.filter(({ reason }) => reason === 'rule').length
  const types = totals.byType.filter(({ filed }) => filed > 0)
  return [
    [`统计范围：${periodText(report.period)}。`],
    [nil ? '本期无案件。' : `列入统计表的案件${tallyText(totals.all)}。`],
    ...types.map((tally) => [`${tally.type}${tallyText(tally)}。`]),
    ...(faulty === 0 ? [] : [[`另有${faulty}件因台账有错误，没有列入。`]]),
  ]
}

function publicationParagraphs({ publication }: BriefFacts): readonly BriefParagraph[] {
  const counts: readonly (readonly [keyof PublicationFacts, string])[] = [
    ['published', '已公开'],
    ['pending', '待公开'],
    ['unpublished', '不公开'],
    ['unsaid', '没有填写是否公开'],
  ]
  const some = counts.filter(([key]) => publication[key] > 0)
  const { reasonless, publishedWhileOpen } = publication
  return [
    some.length === 0
      ? ['没有结案案件。']
      : [`结案案件中，${some.map(([key, words]) => `${words}${publication[key]}件`).join('，')}。`],
    ...(publishedWhileOpen === 0 ? [] : [[`在办案件已有公开信息的${publishedWhileOpen}件，待核实。`]]),
    ...(reasonless === 0 ? [] : [[`不公开而台账没有写明理由的${reasonless}件：`, { blank: '不公开的理由' }]]),
  ]
}

const onlyPeopleKnow: readonly BriefSection[] = [
  { heading: '五、主要做法和成效', paragraphs: [[{ blank: '主要做法和成效' }], [{ blank: '典型案例' }]] },
  {
    heading: '六、存在的问题和下一步打算',
    paragraphs: [[{ blank: '存在的困难和问题' }], [{ blank: '下一步打算' }]],
  },
]

/** Says what the data bear out, and leaves blanks for what only people know. */
export function draftOf(facts: BriefFacts): Brief {
  const { title, report } = facts
  const signed: BriefPiece = report.unit ?? { blank: '填报单位' }
  const date = chineseDate(report.deadline.asOf)
  return {
    title,
    opening: [[signed]],
    sections: [
      { heading: '一、案件办理总体情况', paragraphs: totalParagraphs(facts) },
      { heading: '二、与上次报送相比的变化', paragraphs: changeParagraphs(facts) },
      { heading: '三、办案期限情况', paragraphs: limitParagraphs(facts) },
      { heading: '四、信息公开情况', paragraphs: publicationParagraphs(facts) },
      ...onlyPeopleKnow,
    ],
    signature: [[signed], [date], ['联系人和电话：', { blank: '联系人和电话' }]],
  }
}

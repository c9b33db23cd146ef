import type { AccountFacts, Changes, NamedCase, PastLimit } from '../../model/account.ts'
import {
  type Blank,
  type Brief,
  type BriefParagraph,
  type BriefSection,
  blankText,
} from '../../model/brief.ts'
import { chineseDate, yearOf } from '../../model/date.ts'
import type { Tally } from '../../model/table.ts'
import { periodText } from '../table/totals.ts'

const mostNamed = 20

function blank(words: string): Blank {
  return { blank: words }
}

function nameOf({ type, caseNumber, filed }: NamedCase): string {
  const which = caseNumber ?? (filed === null ? '没有编号' : `没有编号，${chineseDate(filed)}立案`)
  return `${type}（${which}）`
}

function listed(cases: readonly NamedCase[], nameIn: (c: NamedCase) => string = nameOf): string {
  const shown = cases.slice(0, mostNamed).map(nameIn).join('、')
  return cases.length > mostNamed ? `${shown}等` : shown
}

function tallyText({ closed, open, published }: Tally): string {
  return `结案 ${closed} 件，在办 ${open} 件，已公开 ${published} 件`
}

function totalsSection({ totals, period, faulty }: AccountFacts): BriefSection {
  const types = totals.byType.filter(({ filed }) => filed > 0)
  const others = totals.byType.filter(({ filed }) => filed === 0).map(({ type }) => type)
  const nil = [['本期没有列入统计表的案件。']]
  const some = [
    [`列入统计表的案件共 ${totals.all.filed} 件：${tallyText(totals.all)}。`],
    ...types.map((tally) => [`${tally.type} ${tally.filed} 件：${tallyText(tally)}。`]),
    ...(others.length === 0 ? [] : [[`${others.join('、')}没有案件。`]]),
  ]
  const leftOut = `另有 ${faulty} 件因台账有错误没有列入，`
  return {
    heading: '一、案件办理总体情况',
    paragraphs: [
      [`统计范围：${periodText(period)}。`],
      ...(totals.all.filed === 0 ? nil : some),
      ...(faulty === 0 ? [] : [[leftOut, blank('改正后的情况'), '。']]),
    ],
  }
}

function counted(what: string, cases: readonly NamedCase[]): readonly BriefParagraph[] {
  return cases.length === 0 ? [] : [[`${what} ${cases.length} 件：${listed(cases)}。`]]
}

function changeParagraphs({ since, added, closed, open, missing }: Changes): readonly BriefParagraph[] {
  const { round, day, cases } = since
  const gone =
    missing.length === 0 ? [] : [`上次在办、这次没有列出的 ${missing.length} 件：${listed(missing)}。`]
  return [
    [`上次报送是 ${round} 期，${chineseDate(day)}报送，案件 ${cases} 件。`],
    [
      `与上次相比，新增 ${added.length} 件；上次在办的，已结案 ${closed.length} 件，仍在办 ${open.length} 件。`,
    ],
    ...counted('新增', added),
    ...counted('上次在办、已经结案', closed),
    ...counted('仍在办', open),
    ...gone.map((text) => [text, blank('没有列出的原因')]),
  ]
}

function changesSection({ changes }: AccountFacts): BriefSection {
  const unknown = [['没有上次报送的记录可以比较。', blank('与上次报送相比的变化')]]
  return {
    heading: '二、与上次报送相比的变化',
    paragraphs: changes === null ? unknown : changeParagraphs(changes),
  }
}

function pastLimitText({ type, caseNumber, filed, base, limit, citation }: PastLimit): string {
  const since = filed === null ? '' : `，${chineseDate(filed)}立案`
  return `${caseNumber ?? '没有编号'}（${type}）${since}，${citation}规定 ${limit}，到${chineseDate(base)}：`
}

function limitsSection({ totals, pastLimit, unlimited }: AccountFacts): BriefSection {
  const none = totals.all.open === 0 ? '没有在办案件。' : '按立案时间推算，没有超过的。'
  const reason = blank('是否经批准延长，有无中止、鉴定、公告、听证')
  return {
    heading: '三、超过办案期限（不含延长）的在办案件（疑似，待核实）',
    paragraphs: [
      ...(pastLimit.length === 0 ? [[none]] : pastLimit.map((one) => [pastLimitText(one), reason, '。'])),
      ...(unlimited.length === 0 ? [] : [[`${unlimited.join('、')}没有全国统一的办案期限，未作推算。`]]),
    ],
  }
}

function publicationSection({ publication }: AccountFacts): BriefSection {
  const { published, unpublished, unsaid } = publication
  const remarks = new Map<NamedCase, string | null>(unpublished.map((one) => [one, one.remark]))
  const withRemark = (one: NamedCase): string => {
    const remark = remarks.get(one)
    return remark ? `${nameOf(one)}，备注“${remark}”` : nameOf(one)
  }
  const no = `已结案、未公开的 ${unpublished.length} 件：${listed(unpublished, withRemark)}。`
  const nothing = `已结案、没有填写是否公开的 ${unsaid.length} 件：${listed(unsaid)}。`
  return {
    heading: '四、信息公开情况',
    paragraphs: [
      [`已公开 ${published} 件。`],
      ...(unpublished.length === 0 ? [] : [[no, blank('不公开的理由，拟公开的时间')]]),
      ...(unsaid.length === 0 ? [] : [[nothing, blank('是否公开')]]),
    ],
  }
}

const onlyPeopleKnow: readonly BriefSection[] = [
  { heading: '五、主要做法和成效', paragraphs: [[blank('主要做法和成效')], [blank('典型案例')]] },
  {
    heading: '六、存在的问题和下一步打算',
    paragraphs: [[blank('存在的困难和问题')], [blank('下一步打算')]],
  },
]

/** A notice of another year is no ground for this one: which is, only people know. */
function groundOf({ notice, date }: AccountFacts): readonly (string | Blank)[] {
  if (notice.year !== yearOf(date)) return [blank('本年度通知的名称和文号')]
  return [`《${notice.title}》${notice.number === null ? '' : `（${notice.number}）`}`]
}

/** Says what the data bear out and leaves blanks for what only people know. */
export function draftOf(facts: AccountFacts): Brief {
  const { deliverable, receiver, unit, date } = facts
  const signed = unit ?? blankText(blank('填报单位'))
  const upTo = `要求，现将截至${chineseDate(date)}的知识产权行政案件办理情况报告如下：`
  return {
    title: `${signed}${deliverable}`,
    opening: [[`${receiver}：`], ['按照', ...groundOf(facts), upTo]],
    sections: [
      totalsSection(facts),
      changesSection(facts),
      limitsSection(facts),
      publicationSection(facts),
      ...onlyPeopleKnow,
    ],
    signature: [[signed], [chineseDate(date)], ['联系人和电话：', blank('联系人和电话')]],
  }
}

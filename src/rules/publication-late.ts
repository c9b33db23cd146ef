import { defineRule, type Fault, fault, quoted } from '../check/rule.ts'
import type { Calendar } from '../law/calendar.ts'
import { dayDecided, lastDayToPublish, publicationDutyOf } from '../law/publication.ts'
import { citationOf } from '../law/source.ts'
import type { Case } from '../model/case.ts'
import type { IsoDate } from '../model/date.ts'

const pending = { published: '拟公开', url: '', remark: '拟公开' }

/** year: the calendar up to the last day is not published. */
function judge(c: Case, asOf: IsoDate, calendar: Calendar | undefined): Fault | 'year' | undefined {
  const decided = c.published === '尚未' ? dayDecided(c) : undefined
  const duty = decided ? publicationDutyOf(c) : undefined
  if (!duty || !decided) return undefined
  const last = lastDayToPublish(duty, decided, calendar)
  if (last === undefined) return 'year'
  if (asOf <= last) return undefined
  const within = `${citationOf(duty.source)}规定 ${duty.workingDays} 个工作日内公开`
  const since = `${decided} ${c.decided ? '作出决定' : '结案'}`
  return fault(
    'published',
    `疑似逾期公开，待核实：${since}，${within}，推算到 ${last} 为止，表中仍填${quoted(c.text.published)}`,
  )
}

export default defineRule({
  id: 'publication-late',
  severity: 'note',
  summary: '过了公开的期限还没有公开',
  why: '行政处罚决定和应公开的行政裁决，自作出决定之日起 20 个工作日内公开。台账有决定日期的，从决定日期算；没有的以结案时间推算。是否属于例外看不出来，所以只是疑似，待核实。工作日按国务院办公厅的放假安排计算，没有公布安排的年份不作判断。',
  remedy: '核对作出决定的日期；已经公开的，改填“是”并附网址；还没有公开的，尽快公开。',
  reads: ['type', 'closed', 'published', 'url'],
  incompleteOnly: true,
  bad: [
    [{ ...pending, closed: '2024-05-10' }],
    [{ ...pending, type: '专利侵权裁决', outcome: '侵权成立', published: '公示中' }],
  ],
  good: [
    [{ ...pending, closed: '2024-05-11' }],
    [{ ...pending, outcome: '撤销案件' }],
    [{ ...pending, type: '专利侵权裁决', outcome: '驳回请求' }],
  ],
  check({ asOf, calendar }) {
    let unjudged = 0
    return {
      visit(c) {
        const judged = judge(c, asOf, calendar)
        if (judged !== 'year') return judged
        unjudged += 1
        return undefined
      },
      unjudged: () =>
        unjudged > 0 ? `有 ${unjudged} 件没有判断，公开期限内有一年的放假安排还没有公布` : undefined,
    }
  },
})

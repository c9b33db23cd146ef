import { defineRule, type Fault, fault } from '../check/rule.ts'
import type { Calendar } from '../law/calendar.ts'
import { citationOf } from '../law/source.ts'
import { type AppliedLimit, isSuspended, limitFor, rivalLimits, spanInWords } from '../law/time-limits.ts'
import { nextWorkingDayFrom } from '../law/working-days.ts'
import { type Case, isClosed } from '../model/case.ts'
import { procedureOf } from '../model/case-type.ts'
import { daysBetween, type IsoDate } from '../model/date.ts'

const rivals = rivalLimits.map(({ types, limit, extensions, source }) => {
  const spans = extensions.map(spanInWords).join('、')
  return `${citationOf(source)}对${types.join('、')}另有 ${spanInWords(limit)}、可延长 ${spans}的规定，与此不一致，只在这里写明，不用来比较。`
})

/** In days: what took less has passed no limit, and the law need not be asked. */
const shortestLimit = 89

function isSoon(filed: IsoDate, until: IsoDate): boolean {
  return daysBetween(filed, until) < shortestLimit
}

/** Nothing can be said of these. */
function isUndated(c: Case): boolean {
  // Neither can be told of a case that is open and has a 结案时间.
  return c.closed === undefined || (c.closed !== null && !isClosed(c))
}

function message(
  { filed, closed }: Case,
  { timeLimit, base, lent }: AppliedLimit,
  last: IsoDate,
  asOf: IsoDate,
) {
  const { limit, extensions, source, isOpenEnded } = timeLimit
  const spans = (lent ?? timeLimit).extensions.map(spanInWords).join('、')
  const until = closed ? `${closed} 结案` : `${asOf} 还没有结案`
  const by = lent ? `（含${citationOf(lent.source)}新增的）` : ''
  const more = isOpenEnded && extensions.length > 0 ? '；经集体讨论还可以继续延长' : ''
  return `疑似超过办案期限，待核实：${filed} 立案，${until}；${citationOf(source)}规定 ${spanInWords(limit)}（到 ${base}），加上可延长的 ${spans}${by}到 ${last}${more}`
}

/** year: the calendar of the last day's year is not published; law: filed before the first limit known. */
function judge(c: Case, asOf: IsoDate, calendar: Calendar | undefined): Fault | 'year' | 'law' | undefined {
  const { type, filed, closed } = c
  const until = c.decided ?? closed ?? asOf
  if (!type || !filed || isUndated(c) || isSoon(filed, until)) return undefined
  const applied = limitFor(type, filed, until)
  if (!applied) return procedureOf(type) === 'mediation' ? undefined : 'law'
  if (until <= applied.last || isSuspended(c)) return undefined
  const last = nextWorkingDayFrom(applied.last, calendar)
  if (last === undefined) return 'year'
  return until <= last ? undefined : fault(closed ? 'closed' : 'filed', message(c, applied, last, asOf))
}

function unjudgedInWords({ year, law }: { readonly year: number; readonly law: number }): string | undefined {
  const parts = [
    ...(year > 0 ? [`有 ${year} 件没有判断，期限最后一天那一年的放假安排还没有公布`] : []),
    ...(law > 0 ? [`有 ${law} 件没有判断，立案早于所知最早的办案期限规定`] : []),
  ]
  return parts.length > 0 ? parts.join('，') : undefined
}

export default defineRule({
  id: 'time-limit-passed',
  severity: 'note',
  summary: '超过办案期限',
  why:
    '裁决和处罚案件有法定的办案期限，按立案时间适用当时的规定。最后一天是休息日的，顺延到下一个工作日。中止、鉴定、检测、公告、听证的时间不计入，备注里写明的不提；集体讨论后还可以再延长，所以只是疑似，待核实。调解没有全国统一的期限。' +
    rivals.join(''),
  remedy: '核对案卷：有中止、鉴定、公告、听证或经批准延长的，不必改；否则抓紧办结，或改正写错的日期。',
  reads: ['type', 'filed', 'closed'],
  bad: [
    [{ type: '商标侵权', filed: '2023-12-01', closed: '2024-04-02' }],
    [{ type: '专利侵权裁决', filed: '2023-11-30', closed: '2024-04-02', outcome: '驳回请求' }],
    [{ type: '假冒专利', filed: '2024-02-07', closed: '', outcome: '在办', published: '', url: '' }],
  ],
  good: [
    [{ type: '商标侵权', filed: '2023-12-01', closed: '2024-04-01' }],
    [{ type: '商标侵权', filed: '2023-12-01', closed: '2024-05-30', remark: '鉴定 40 日' }],
    [{ type: '专利侵权裁决', filed: '2023-11-30', closed: '2024-03-30', outcome: '驳回请求' }],
    [{ type: '假冒专利', filed: '2024-02-08', closed: '', outcome: '在办', published: '', url: '' }],
    [{ type: '专利纠纷调解', filed: '2022-03-01', outcome: '达成调解协议' }],
  ],
  check({ asOf, calendar }) {
    const unjudged = { year: 0, law: 0 }
    return {
      visit(c) {
        const judged = judge(c, asOf, calendar)
        if (typeof judged !== 'string') return judged
        unjudged[judged] += 1
        return undefined
      },
      unjudged: () => unjudgedInWords(unjudged),
    }
  },
})

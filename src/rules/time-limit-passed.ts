import { defineRule, fault } from '../check/rule.ts'
import { citationOf } from '../law/source.ts'
import { type AppliedLimit, limitFor, spanInWords } from '../law/time-limits.ts'
import { type Case, isClosed } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import type { IsoDate } from '../model/date.ts'

/** Days of filing repeat; one search in the law is enough for each. Bounded. */
function rememberedLimits() {
  const most = 4096
  const known = new Map<CaseType, Map<IsoDate, AppliedLimit | undefined>>()
  return (type: CaseType, filed: IsoDate): AppliedLimit | undefined => {
    let byDay = known.get(type)
    if (!byDay || byDay.size > most) {
      byDay = new Map()
      known.set(type, byDay)
    }
    const before = byDay.get(filed)
    if (before || byDay.has(filed)) return before
    const limit = limitFor(type, filed)
    byDay.set(filed, limit)
    return limit
  }
}

function message({ filed, closed }: Case, { timeLimit, base, last, rival }: AppliedLimit, asOf: IsoDate) {
  const { limit, extensions, source } = timeLimit
  const extended = extensions.map((span) => `可延长 ${spanInWords(span)}`).join('，再')
  const until = closed ? `${closed} 结案` : `${asOf} 还没有结案`
  const other = rival
    ? `（${citationOf(rival.source)}另规定 ${spanInWords(rival.limit)}，两者不一致，这里按较长的算）`
    : ''
  return `疑似超过办案期限，待核实：${filed} 立案，${until}；${citationOf(source)}规定 ${spanInWords(limit)}（到 ${base}），${extended}，最迟 ${last}${other}`
}

export default defineRule({
  id: 'time-limit-passed',
  severity: 'note',
  summary: '超过办案期限',
  why: '裁决和处罚案件有法定的办案期限，按立案时间适用当时的规定。中止、鉴定、公告、听证的时间不计入，集体讨论后还可以再延长，这些表中都看不出来，所以只是疑似，待核实。调解没有全国统一的期限。',
  remedy: '核对案卷：有中止、鉴定、公告、听证或经批准延长的，不必改；否则抓紧办结，或改正写错的日期。',
  reads: ['type', 'filed', 'closed'],
  bad: [
    [{ type: '商标侵权', filed: '2023-12-01', closed: '2024-03-31' }],
    [{ type: '专利侵权裁决', filed: '2023-11-30', closed: '2024-03-31', outcome: '驳回请求' }],
    [{ type: '假冒专利', filed: '2024-02-07', closed: '', outcome: '在办', published: '', url: '' }],
  ],
  good: [
    [{ type: '商标侵权', filed: '2023-12-01', closed: '2024-03-30' }],
    [{ type: '专利侵权裁决', filed: '2023-11-30', closed: '2024-03-30', outcome: '驳回请求' }],
    [{ type: '假冒专利', filed: '2024-02-08', closed: '', outcome: '在办', published: '', url: '' }],
    [{ type: '专利纠纷调解', filed: '2022-03-01', outcome: '达成调解协议' }],
  ],
  check({ asOf }) {
    const limitOf = rememberedLimits()
    return (c) => {
      const { type, filed, closed } = c
      // Neither can be told of a case that is open and has a 结案时间.
      if (!type || !filed || closed === undefined || (closed && !isClosed(c))) return undefined
      const applied = limitOf(type, filed)
      if (!applied || (closed ?? asOf) <= applied.last) return undefined
      return fault(closed ? 'closed' : 'filed', message(c, applied, asOf))
    }
  },
})

import { defineRule, fault, quoted } from '../check/rule.ts'
import { owesRemark } from '../model/case-duties.ts'
import { confirmation } from '../model/remark-words.ts'

const mediated = { type: '专利纠纷调解', outcome: '达成调解协议，司法确认' }

export default defineRule({
  id: 'remark-confirmation-missing',
  severity: 'error',
  summary: '司法确认的案件没有在备注中注明',
  why: '统计表的注要求：行政调解司法确认案件在备注中注明。',
  remedy: '在备注里写“行政调解司法确认”；没有经过司法确认的，改正结案方式。',
  reads: ['remark'],
  bad: [[mediated], [{ ...mediated, remark: '当事人确认已履行' }]],
  good: [
    [{ ...mediated, remark: '行政调解司法确认' }],
    [{ ...mediated, outcome: '达成调解协议，未申请司法确认' }],
  ],
  check: () => (c) => {
    if (!owesRemark(confirmation, c, c.text.outcome, c.remark)) return undefined
    return fault('remark', `结案方式是${quoted(c.text.outcome)}，备注没有注明“${confirmation.wording}”`)
  },
})

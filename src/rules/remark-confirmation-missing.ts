import { defineRule, fault, quoted } from '../check/rule.ts'
import { confirmation, isSaid, mentionIn } from '../model/remark-words.ts'

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
    if (!c.outcome || c.outcome.state === 'open' || !c.text.outcome.includes('确认')) return undefined
    const hint = mentionIn(c.text.outcome, confirmation)
    if (hint === 'none' || hint === 'denied' || isSaid(c.remark, confirmation)) return undefined
    return fault('remark', `结案方式是${quoted(c.text.outcome)}，备注没有注明“${confirmation.wording}”`)
  },
})

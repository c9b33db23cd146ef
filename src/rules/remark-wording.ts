import { defineRule, fault, quoted } from '../check/rule.ts'
import type { Case } from '../model/case.ts'
import { procedureOf } from '../model/case-type.ts'
import { confirmation, invalidation, mentionIn, type RemarkDuty } from '../model/remark-words.ts'

function saidLoosely({ type, remark }: Case): RemarkDuty | undefined {
  if (!remark) return undefined
  if (mentionIn(remark, confirmation) === 'loose') return confirmation
  const isRuling = type != null && procedureOf(type) === 'ruling'
  return isRuling && mentionIn(remark, invalidation) === 'loose' ? invalidation : undefined
}

export default defineRule({
  id: 'remark-wording',
  severity: 'note',
  summary: '备注没有用统计表的说法',
  why: '上级按“行政调解司法确认”“专利无效后裁驳”查找，换了说法就会漏掉。',
  remedy: '改用统计表注中的说法；说的不是这回事的，不必改。',
  reads: ['remark'],
  bad: [
    [{ type: '专利纠纷调解', outcome: '达成调解协议', remark: '调解协议经法院确认' }],
    [{ type: '专利侵权裁决', outcome: '裁驳', remark: '专利权被宣告无效' }],
  ],
  good: [
    [{ type: '专利纠纷调解', outcome: '达成调解协议', remark: '行政调解司法确认' }],
    [{ type: '专利纠纷调解', outcome: '达成调解协议', remark: '当事人无需法院确认' }],
    [{ type: '专利侵权裁决', outcome: '裁驳', remark: '专利无效后裁驳' }],
    [{ type: '专利侵权裁决', outcome: '驳回请求', remark: '无效宣告请求被驳回，维持专利权有效' }],
  ],
  check: () => (c) => {
    const duty = saidLoosely(c)
    return duty && fault('remark', `备注${quoted(c.text.remark)}宜写作“${duty.wording}”`)
  },
})

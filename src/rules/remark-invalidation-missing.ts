import { defineRule, fault, quoted } from '../check/rule.ts'
import { owesRemark } from '../model/case-duties.ts'
import { invalidation } from '../model/remark-words.ts'

const dismissed = { type: '专利侵权裁决', outcome: '无效后裁驳' }

/** 裁驳 is what a request is called that fails with the patent. */
export default defineRule({
  id: 'remark-invalidation-missing',
  severity: 'error',
  summary: '专利无效后裁驳的案件没有在备注中注明',
  why: '统计表的注要求：专利无效后裁驳案件在备注中注明。',
  remedy: '在备注里写“专利无效后裁驳”；不是因为专利无效而驳回的，把结案方式改为“裁决（驳回请求）”。',
  reads: ['type', 'remark'],
  bad: [[dismissed], [{ ...dismissed, outcome: '先行裁驳', remark: '已送达' }]],
  good: [[{ ...dismissed, remark: '专利无效后裁驳' }], [{ ...dismissed, outcome: '裁决（驳回请求）' }]],
  check: () => (c) => {
    if (!owesRemark(invalidation, c, c.text.outcome, c.remark)) return undefined
    return fault('remark', `结案方式是${quoted(c.text.outcome)}，备注没有注明“${invalidation.wording}”`)
  },
})

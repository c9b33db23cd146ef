import { defineRule, fault, quoted } from '../check/rule.ts'
import { isAwaitingExecution } from '../model/case.ts'

export default defineRule({
  id: 'closed-missing',
  severity: 'error',
  summary: '写了结案方式，没有结案时间',
  why: '没有结案时间的案件按未结统计，与结案方式对不上。',
  remedy: '已经结案的，补上结案时间；还没有结案的，把结案方式改为“在办”或留空。',
  reads: ['closed', 'outcome'],
  incompleteOnly: true,
  bad: [[{ closed: '' }], [{ type: '专利侵权裁决', closed: '无', outcome: '驳回请求' }]],
  good: [[{ closed: '', outcome: '中止', published: '', url: '' }], [{ closed: '', remark: '罚款待执行' }]],
  check: () => (c) =>
    c.closed === null && c.outcome?.state === 'closed' && !isAwaitingExecution(c)
      ? fault('closed', `结案方式是${quoted(c.text.outcome)}，却没有结案时间`)
      : undefined,
})

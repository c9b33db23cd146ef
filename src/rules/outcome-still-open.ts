import { defineRule, fault, quoted } from '../check/rule.ts'

export default defineRule({
  id: 'outcome-still-open',
  severity: 'error',
  summary: '有结案时间，结案方式却是未结',
  why: '中止、在办的案件还没有结，结案时间和结案方式必有一个不对。',
  remedy: '已经结案的，把结案方式改为实际的结果；还没有结案的，删去结案时间。',
  reads: ['closed', 'outcome'],
  incompleteOnly: true,
  bad: [[{ outcome: '中止' }], [{ outcome: '在办' }], [{ outcome: '拟行政处罚' }]],
  good: [[{ closed: '', outcome: '在办', published: '', url: '' }], [{ outcome: '终止调查' }]],
  check: () => (c) =>
    c.closed && c.outcome?.state === 'open'
      ? fault('outcome', `结案方式${quoted(c.text.outcome)}是未结，却有结案时间 ${c.closed}`)
      : undefined,
})

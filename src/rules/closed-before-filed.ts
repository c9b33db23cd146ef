import { defineRule, fault } from '../check/rule.ts'

export default defineRule({
  id: 'closed-before-filed',
  severity: 'error',
  summary: '结案时间早于立案时间',
  why: '没有立案不可能先结案，两个日期至少有一个写错了。',
  remedy: '对照立案审批表和结案审批表，改正写错的日期。',
  reads: ['filed', 'closed'],
  bad: [[{ filed: '2024-03-05', closed: '2024-03-04' }], [{ filed: '2024-03-05', closed: '2023-04-18' }]],
  good: [[{ filed: '2024-03-05', closed: '2024-03-05' }]],
  check: () => (c) =>
    c.filed && c.closed && c.closed < c.filed
      ? fault('closed', `结案时间 ${c.closed} 早于立案时间 ${c.filed}`)
      : undefined,
})

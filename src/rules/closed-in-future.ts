import { defineRule, fault } from '../check/rule.ts'

export default defineRule({
  id: 'closed-in-future',
  severity: 'error',
  summary: '结案时间还没有到',
  why: '还没有到的日子不可能已经结案，会把未结的案件算成已结。',
  remedy: '对照结案审批表改正；还没有结案的，结案时间留空；核对的日子不对的，用 --as-of 指明。',
  reads: ['closed'],
  bad: [[{ closed: '2024-06-08' }], [{ closed: '2025-04-18' }]],
  good: [[{ closed: '2024-06-07' }]],
  check:
    ({ asOf }) =>
    (c) =>
      c.closed && c.closed > asOf ? fault('closed', `结案时间 ${c.closed} 晚于核对日 ${asOf}`) : undefined,
})

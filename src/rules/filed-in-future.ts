import { defineRule, fault } from '../check/rule.ts'

export default defineRule({
  id: 'filed-in-future',
  severity: 'error',
  summary: '立案时间还没有到',
  why: '统计的是已经立案的案件，立案时间不会晚于核对的这一天，多半是年份或月份写错了。',
  remedy: '对照立案审批表改正；核对的日子不对的，用 --as-of 指明。',
  reads: ['filed'],
  bad: [[{ filed: '2024-06-08', closed: '', outcome: '', published: '', url: '' }]],
  good: [[{ filed: '2024-06-07', closed: '', outcome: '', published: '', url: '' }]],
  check:
    ({ asOf }) =>
    (c) =>
      c.filed && c.filed > asOf ? fault('filed', `立案时间 ${c.filed} 晚于核对日 ${asOf}`) : undefined,
})

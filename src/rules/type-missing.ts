import { defineRule, fault } from '../check/rule.ts'

export default defineRule({
  id: 'type-missing',
  severity: 'error',
  summary: '没有案件类型',
  why: '统计表按案件类型分别编号，没有类型的案件放不进表里。',
  remedy: '填上表注所列的类型：专利侵权裁决、专利纠纷调解、商标侵权、假冒专利、地理标志和官方标志。',
  reads: ['type'],
  incompleteOnly: true,
  bad: [[{ type: '' }], [{ type: '商标侵权' }, { type: '/' }]],
  good: [[{ type: '商标侵权' }]],
  check: () => (c) => (c.type === null ? fault('type', '案件类型是空的') : undefined),
})

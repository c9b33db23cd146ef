import { defineRule, fault } from '../check/rule.ts'

export default defineRule({
  id: 'outcome-missing',
  severity: 'error',
  summary: '有结案时间，没有结案方式',
  why: '统计表要写明案件是怎样结的，各类结果分别统计。',
  remedy: '按处理决定填上结案方式，例如行政处罚、撤销案件；还没有结案的，删去结案时间。',
  reads: ['closed', 'outcome'],
  incompleteOnly: true,
  bad: [[{ outcome: '' }], [{ outcome: '/' }]],
  good: [[{ outcome: '行政处罚' }], [{ closed: '', outcome: '', published: '', url: '' }]],
  check: () => (c) =>
    c.closed && c.outcome === null ? fault('outcome', `结案时间是 ${c.closed}，却没有结案方式`) : undefined,
})

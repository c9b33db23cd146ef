import { defineRule, fault } from '../check/rule.ts'
import { isAwaitingExecution, isClosed } from '../model/case.ts'

export default defineRule({
  id: 'published-while-open',
  severity: 'note',
  summary: '未结案件填了公开',
  why: '公开的是处理决定，没有结案一般还没有决定可以公开。',
  remedy: '已经结案的，补上结案时间和结案方式；还没有结案的，把是否公开改为“否”或留空。',
  // A missing link is said first: the remedy for it covers this fault too.
  reads: ['closed', 'outcome', 'published', 'url'],
  incompleteOnly: true,
  bad: [[{ closed: '', outcome: '' }], [{ closed: '', outcome: '中止' }]],
  good: [[{ closed: '', outcome: '在办', published: '否', url: '' }]],
  check: () => (c) =>
    c.published === '是' && !isClosed(c) && !isAwaitingExecution(c)
      ? fault('published', '案件还没有结案，却填了已公开')
      : undefined,
})

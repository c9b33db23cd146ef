import { defineRule, fault } from '../check/rule.ts'
import { isClosed } from '../model/case.ts'

export default defineRule({
  id: 'published-missing',
  severity: 'warning',
  summary: '结案案件没有填是否公开',
  why: '结案后是否公开是统计表要填的内容，空着不计入公开件数。',
  remedy: '填“是”并附公开网址，或填“否”并在备注里写明理由。',
  reads: ['closed', 'published'],
  incompleteOnly: true,
  bad: [[{ published: '', url: '' }], [{ published: '/', url: '/' }]],
  good: [[{ published: '是' }], [{ closed: '', outcome: '', published: '', url: '' }]],
  check: () => (c) =>
    c.published === null && isClosed(c) ? fault('published', '案件已经结案，没有填是否公开') : undefined,
})

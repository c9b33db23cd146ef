import { defineRule, fault } from '../check/rule.ts'

export default defineRule({
  id: 'url-missing',
  severity: 'error',
  summary: '填了公开，没有公开网址',
  why: '统计表要求已公开的案件附上网址，没有网址无从查证。',
  remedy: '补上公开决定书的网址；其实还没有公开的，把是否公开改为“拟公开”或“否”。',
  reads: ['published', 'url'],
  incompleteOnly: true,
  bad: [[{ published: '是', url: '' }], [{ published: '已公开', url: '无' }]],
  good: [[{ published: '是', url: 'https://www.gsxt.gov.cn/12' }]],
  check: () => (c) =>
    c.published === '是' && c.url === null ? fault('url', '是否公开填的是“是”，却没有公开网址') : undefined,
})

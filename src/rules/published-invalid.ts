import { defineRule, fault, quoted } from '../check/rule.ts'

export default defineRule({
  id: 'published-invalid',
  severity: 'error',
  summary: '是否公开填得不明白',
  why: '这一栏只能是“是”或“否”，看不出是哪一种就不能统计公开的件数。',
  remedy: '填“是”或“否”；准备公开还没有公开的，填“拟公开”。',
  reads: ['published'],
  incompleteOnly: true,
  bad: [[{ published: '部分' }], [{ published: '见网站' }]],
  good: [
    [{ published: '√' }],
    [{ published: '☑是□否' }],
    [{ published: '拟公开', closed: '2024-05-20', url: '', remark: '拟公开' }],
  ],
  check: () => (c) =>
    c.published === undefined
      ? fault('published', `是否公开${quoted(c.text.published)}看不出是“是”还是“否”`)
      : undefined,
})

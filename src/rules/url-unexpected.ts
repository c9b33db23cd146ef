import { defineRule, fault, quoted } from '../check/rule.ts'

export default defineRule({
  id: 'url-unexpected',
  severity: 'warning',
  summary: '填了不公开，却有公开网址',
  why: '既有网址，多半已经公开，是否公开填错了，公开的件数会少算。',
  remedy: '已经公开的，把是否公开改为“是”；没有公开的，删去网址。',
  reads: ['published', 'url'],
  incompleteOnly: true,
  bad: [[{ published: '否' }], [{ published: '未公开', remark: '涉及商业秘密' }], [{ published: '拟公开' }]],
  good: [[{ published: '否', url: '', remark: '涉及商业秘密，不予公开' }]],
  check: () => (c) =>
    (c.published === '否' || c.published === '尚未') && c.url && c.url.links.length > 0
      ? fault('url', `是否公开填的是${quoted(c.text.published)}，却有公开网址${quoted(c.text.url)}`)
      : undefined,
})

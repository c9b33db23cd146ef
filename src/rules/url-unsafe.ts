import { defineRule, fault, quoted } from '../check/rule.ts'

export default defineRule({
  id: 'url-unsafe',
  severity: 'error',
  summary: '公开网址不是网页地址',
  why: '公开网址要点得开、点得放心，只收 http 和 https 开头的网页地址。',
  remedy: '换成公开网页的地址，以 http:// 或 https:// 开头。',
  reads: ['url'],
  incompleteOnly: true,
  bad: [[{ url: 'javascript:alert(1)' }], [{ url: 'file:///D:/公示/1.docx' }]],
  good: [[{ url: 'http://www.gsxt.gov.cn/12' }]],
  check: () => (c) =>
    c.url && c.url.unsafe.length > 0
      ? fault('url', `公开网址${c.url.unsafe.map(quoted).join('')}不是 http 或 https 开头的网页地址`)
      : undefined,
})

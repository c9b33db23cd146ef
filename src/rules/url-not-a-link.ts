import { defineRule, fault, quoted } from '../check/rule.ts'

export default defineRule({
  id: 'url-not-a-link',
  severity: 'warning',
  summary: '公开网址里写的不是网址',
  why: '写网站的名称找不到具体的案件，统计表要的是能直接打开的网址。',
  remedy: '打开公开的网页，把地址栏里的网址复制过来；文字说明移到备注里。',
  reads: ['url'],
  incompleteOnly: true,
  bad: [[{ url: '国家企业信用信息公示系统' }], [{ url: '见公示栏' }]],
  good: [
    [{ url: 'https://www.gsxt.gov.cn/12；https://www.gsxt.gov.cn/13' }],
    [{ url: 'www.gsxt.gov.cn/12' }],
    [{ url: '国家企业信用信息公示系统 https://www.gsxt.gov.cn/12' }],
  ],
  check: () => (c) =>
    c.url && c.url.words.length > 0 && c.url.links.length === 0
      ? fault('url', `公开网址里的${c.url.words.map(quoted).join('')}不是网址`)
      : undefined,
})

import { defineLogRule } from '../check/rule.ts'
import { headings } from '../model/case.ts'

export default defineLogRule({
  id: 'optional-heading-missing',
  severity: 'warning',
  summary: '缺少统计表的其他栏目',
  why: '统计表有这一栏，台账里没有，表上这一栏只能空着，也无法核对。',
  remedy: '在台账里补上这一栏；确实没有可填的，留一个空栏也可以。',
  bad: [
    '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址\n1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1\n',
  ],
  good: [
    '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n',
  ],
  word: ({ column }) => ({ message: `没有“${headings[column]}”这一栏` }),
})

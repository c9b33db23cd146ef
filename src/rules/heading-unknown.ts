import { defineLogRule, quoted } from '../check/rule.ts'

export default defineLogRule({
  id: 'heading-unknown',
  severity: 'note',
  summary: '统计表没有的栏目',
  why: '台账可以多记几栏，统计表只收九栏，多出的不带入。',
  remedy: '不必处理；如果它其实是统计表的某一栏，请把表头改成统计表上的名称。',
  bad: [
    '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注,承办机构\n1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,,执法二队\n',
  ],
  good: [
    '序号,案 件 类 型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n',
  ],
  word({ headings }) {
    const value = headings.join('、')
    return { message: `${quoted(value)}不是统计表的栏目，不带入统计表`, value }
  },
})

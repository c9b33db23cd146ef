import { defineLogRule } from '../check/rule.ts'
import { headings } from '../model/case.ts'

export default defineLogRule({
  id: 'heading-missing',
  severity: 'error',
  summary: '缺少必要的栏目',
  why: '没有案件类型、案件编号或立案时间这一栏，统计表编不出来。',
  remedy: '补上这一栏并填好每一件案件；栏目换了叫法的，把表头改成统计表上的名称。',
  bad: [
    '序号,案件类型,案件编号,结案时间,结案方式,是否公开,公开网址,备注\n1,商标侵权,朝双市监处罚〔2024〕1号,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n',
  ],
  good: [
    '序号,类型,案号,立案日期,结案日期,处理结果,是否公示,公示网址,备注\n1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n',
  ],
  word: ({ column }) => ({ message: `没有“${headings[column]}”这一栏` }),
})

import { defineLogRule, quoted } from '../check/rule.ts'
import { headings } from '../model/case.ts'

export default defineLogRule({
  id: 'heading-duplicate',
  severity: 'error',
  summary: '两栏是同一个栏目',
  why: '两栏都像是同一个栏目，取哪一栏的内容要由填表人决定。',
  remedy: '删去多余的一栏，或给它换一个名称。',
  bad: [
    '案件类型,案件编号,立案时间,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-03-06,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n',
  ],
  good: [
    '案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n',
  ],
  word: ({ column, headings: rivals }) => ({
    message: `“${headings[column]}”有 ${rivals.length} 栏：${rivals.map(quoted).join('')}`,
  }),
})

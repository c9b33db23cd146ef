import { defineLogRule, quoted } from '../check/rule.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

export default defineLogRule({
  id: 'quote-stray',
  severity: 'warning',
  summary: '格子里留着英文双引号',
  why: '引号没有括住整个格子，被当作文字留了下来，会照样印进统计表。',
  remedy: '删去多余的英文双引号；本来就要引号的，用中文引号“”。',
  bad: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号",2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n`,
  ],
  good: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,"已复查，""无异常"""\n`,
  ],
  word: ({ text }) => ({ message: `${quoted(text)}里有多余的英文双引号（"）`, value: text }),
})

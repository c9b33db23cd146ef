import { defineLogRule, quoted } from '../check/rule.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

export default defineLogRule({
  id: 'quote-unclosed',
  severity: 'error',
  summary: '引号没有配对',
  why: '格子以英文双引号开头，却始终没有另一半，无法判断这一格到哪里为止。已从下一行起继续读。',
  remedy: '在这一行删去多余的英文双引号（"），或补上另一半。',
  bad: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,"已复查\n`,
  ],
  good: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,"已复查,无异常"\n`,
  ],
  word: ({ text }) => ({ message: `英文双引号没有配对：${quoted(text)}`, value: text }),
})

import { defineLogRule, quoted } from '../check/rule.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

export default defineLogRule({
  id: 'quote-swallows-rows',
  severity: 'error',
  summary: '一对引号里包进了别的行',
  why: '引号放错了地方，后面的几行被当成一格里的文字，那些案件就不见了。',
  remedy: '检查这一行起的英文双引号（"），让每一行自成一件案件。',
  bad: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,"已复查\n2,商标侵权,朝双市监处罚〔2024〕2号,2024-03-06,2024-04-19,行政处罚,是,https://www.gsxt.gov.cn/2,无异常"\n`,
  ],
  good: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,"已复查，\n无异常"\n`,
  ],
  word: ({ text, lines }) => ({
    message: `${quoted(text)}这一行的英文双引号把后面 ${lines} 行包进了一格，其中有像是案件的行`,
    value: text,
  }),
})

import { defineLogRule, quoted } from '../check/rule.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

export default defineLogRule({
  id: 'undecodable-text',
  severity: 'error',
  summary: '有解不出来的文字',
  why: '这一格里有文件编码不允许的内容，文字已经丢失（以 � 代替），照抄会把乱码印进统计表。',
  remedy: '对照原件把这一格重新录入；整份都是乱码的，用 --encoding 指明编码。',
  bad: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,已\ufffd查\n`,
  ],
  good: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,已复查\n`,
  ],
  word: ({ text }) => ({ message: `${quoted(text)}里有解不出来的文字（�）`, value: text }),
})

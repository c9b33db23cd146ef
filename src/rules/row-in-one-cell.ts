import { defineLogRule, quoted } from '../check/rule.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

export default defineLogRule({
  id: 'row-in-one-cell',
  severity: 'error',
  summary: '一件案件挤在一格里',
  why: '这一行用了与整份台账不同的分隔符，或整行被英文双引号括住，读出来只有一格，案件无法列进统计表。',
  remedy: '把这一行拆开：分隔符改成与其他行相同的，去掉括住整行的英文双引号；在电子表格里用“数据—分列”。',
  bad: [
    `${heading}1;商标侵权;朝双市监处罚〔2024〕1号;2024-03-05;2024-04-18;行政处罚;是;https://www.gsxt.gov.cn/1;已复查\n`,
    `${heading}"1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,"\n`,
  ],
  good: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n注：本表所列；2024-06-07 止\n`,
  ],
  word: ({ text }) => ({ message: `一整行挤在一格里：${quoted(text)}`, value: text }),
})

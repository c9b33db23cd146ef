import { defineLogRule } from '../check/rule.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

export default defineLogRule({
  id: 'row-too-short',
  severity: 'warning',
  summary: '这一行的格子不够',
  why: '格子比表头少，可能漏了一格，后面的内容错了位，也可能这一行没有写完。',
  remedy: '逐格对照表头补齐；空着的格子也要留下分隔符。',
  bad: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1\n`,
  ],
  good: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n`,
  ],
  word: ({ cells, headings }) => ({ message: `表头有 ${headings} 栏，这一行只有 ${cells} 格` }),
})

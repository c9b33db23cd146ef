import { defineLogRule } from '../check/rule.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'
const ordinary =
  '1,假冒专利,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n'

export default defineLogRule({
  id: 'cases-left-out',
  severity: 'warning',
  summary: '这份表少列了案件',
  why: '用 --allow-errors 出的表会写明“未列入 N 件”，各单位没有收齐的汇总表写明“已收 6/7”。这些案件不在表里，据此再汇总就会少报，更不能当作零报告。',
  remedy: '向填表的人要来完整的台账，改正错误后重新出表。',
  bad: [
    `${heading}${ordinary},商标侵权,未列入 2 件,,,,,,\n`,
    `${heading}${ordinary},另有 1 件案件类型不明，未列入,,,,,,,\n`,
    `${heading}${ordinary}"注：请按案件类型分别编写序号。已收 6/7，未列入 龙城区（未报）。",,,,,,,,\n`,
  ],
  good: [
    `${heading}${ordinary},商标侵权,无,,,,,,\n`,
    `${heading}${ordinary}"注：请按案件类型分别编写序号。已收 7/7。",,,,,,,,\n`,
  ],
  word: ({ words, type }) => ({
    message: `表上写着“${type === null ? '' : `${type}：`}${words}”，这些案件没有列出来`,
    value: words,
  }),
})

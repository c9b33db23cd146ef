import { defineLogRule } from '../check/rule.ts'

const heading = '填报单位：双塔区\n序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'
const row = (at: number, number: number) =>
  `${at},商标侵权,朝双市监处罚〔2024〕${number}号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/${number},\n`

export default defineLogRule({
  id: 'unit-returned-twice',
  severity: 'error',
  summary: '同一单位报了两份，内容重复',
  why: '多半是更正后又报了一份，旧的没有移走。两份都汇总就会重复统计，取哪一份不能猜，所以两份都不列入。',
  remedy: '只报更正的那一份；收表的移走旧的一份或用 --replaces <文件> 写明。',
  before: `${heading}${row(1, 1)}${row(2, 2)}${row(3, 3)}`,
  bad: [
    `${heading}${row(1, 1)}${row(2, 2)}${row(3, 3)}${row(4, 4)}`,
    `${heading}${row(1, 2)}${row(2, 3)}${row(3, 5)}`,
  ],
  good: [`${heading}${row(1, 4)}${row(2, 5)}`],
  word: ({ unit, other, cases, repeated }) => ({
    message: `${unit}报了两份：与「${other}」有 ${repeated} 件案件相同，较少的一份共 ${cases} 件`,
  }),
})

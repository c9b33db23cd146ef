import { defineLogRule, quoted } from '../check/rule.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

export default defineLogRule({
  id: 'rows-above-heading',
  severity: 'error',
  summary: '表头上面还有案件',
  why: '表头上面的行不会当作案件读。多半是连表头一起排了序，案件跑到了表头上面。',
  remedy: '把表头移到所有案件的上面，再核对一次。',
  bad: [
    `1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n${heading}`,
  ],
  good: [
    `附件\n知识产权行政案件统计表\n填报单位：双塔区市场监管局,,时间：2024年6月7日\n${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,\n`,
  ],
  word: ({ text, heading: row }) => ({
    message: `表头在第 ${row} 行，这一行在它上面，却像是一件案件：${quoted(text)}`,
    value: text,
  }),
})

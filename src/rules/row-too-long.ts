import { defineLogRule, quoted } from '../check/rule.ts'

const heading = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

export default defineLogRule({
  id: 'row-too-long',
  severity: 'error',
  summary: '表头之外还有内容',
  why: '这一行的格子比表头多，多半是哪一格里混进了分隔符，后面的内容错了位。电子表格不会错位，只作提示。',
  remedy: '把本该在一格里的内容用英文双引号括起来，或把里面的分隔符换成中文标点。',
  bad: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,已复查,无异常\n`,
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.g,ov.cn/1.html,\n`,
  ],
  good: [
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,已复查,,\n`,
    `${heading}1,商标侵权,朝双市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/1,N/A,\n`,
  ],
  word: ({ beyond, workbook, cut }) => {
    if (cut !== undefined) {
      return {
        message: `${quoted(cut)}像是前一格网址的后半截，这一行比表头多一格`,
        value: cut,
        severity: 'warning',
        remedy: '网址里混进了分隔符的，请删去它，把两截并回公开网址一格。',
      }
    }
    const value = beyond.join(' ')
    return workbook
      ? {
          message: `表头右边还有内容：${quoted(value)}，不带入统计表`,
          value,
          severity: 'note',
          remedy: '不必处理；如果是案件的内容，请移到相应的栏目里。',
        }
      : { message: `最后一栏之外还有内容：${quoted(value)}，这一行可能错了位`, value }
  },
})

import { defineLogRule } from '../check/rule.ts'

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

export default defineLogRule({
  id: 'unit-conflict',
  severity: 'warning',
  summary: '填报单位互不一致',
  why: '一张表只能由一个单位填报；选项与台账、或几份台账写的单位不同，多半是拿错了文件。',
  remedy: '核对是不是混进了别的单位的台账；确是一个单位的，用 --unit 写明，并改正台账里的填报单位。',
  bad: [`填报单位：凌源市市场监督管理局\n${headings}填报单位：北票市市场监督管理局\n${headings}`],
  good: [`填报单位：凌源市市场监督管理局\n${headings}填报单位：凌源市市场监管局\n${headings}`],
  word: ({ units }) => ({ message: `填报单位不一致：${units.map((unit) => `「${unit}」`).join('、')}` }),
})

import { defineLogRule } from '../check/rule.ts'

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'

export default defineLogRule({
  id: 'unit-unknown',
  severity: 'warning',
  summary: '填报单位不在名单里',
  why: '通知列了应报送的单位，名单以外的多半是写错了名称，或者混进了别处的报表；它的案件以所写的名称排在名单之后。市局自己的案件（市本级）可以一并汇总，不在应报之列。',
  remedy: '核对填报单位写得对不对；确是别的单位、不该汇总的，用 --skip 跳过这个文件。',
  bad: [`填报单位：北京市海淀区市场监督管理局\n${headings}`],
  good: [
    `填报单位：朝阳市双塔区市场监督管理局\n${headings}`,
    `填报单位：喀左县市场监管局\n${headings}`,
    `填报单位：朝阳市市场监督管理局\n${headings}`,
  ],
  word: ({ unit }) => ({
    value: unit,
    message: `填报单位「${unit}」不在应报送的单位名单里，排在名单之后汇总`,
  }),
})

import { defineLogRule } from '../check/rule.ts'

export default defineLogRule({
  id: 'unit-missing',
  severity: 'warning',
  summary: '没有写明填报单位',
  why: '统计表上的“填报单位”会空着，市局不知道是谁报的。',
  remedy: '用 --unit 写明填报单位，或在台账表头上方写“填报单位：××市场监督管理局”。',
  bad: ['序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n'],
  good: [
    '填报单位：凌源市市场监督管理局\n序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注\n',
  ],
  word: () => ({ message: '命令、配置和台账都没有写明填报单位' }),
})

import { defineRule, fault } from '../check/rule.ts'
import { someCell } from '../model/case.ts'

const isSummary = (cell: string) => /当场处罚|简易程序/.test(cell)

export default defineRule({
  id: 'filed-missing',
  severity: 'error',
  summary: '没有立案时间',
  why: '立案时间是统计表的必填项，办案期限也从这一天算起。',
  remedy: '按立案审批表填上立案的年月日。',
  reads: ['filed'],
  incompleteOnly: true,
  bad: [[{ filed: '' }], [{ filed: '/' }]],
  good: [[{ filed: '2024-03-05' }], [{ filed: '', remark: '简易程序，当场处罚' }]],
  check: () => (c) =>
    c.filed === null && !someCell(c.text, isSummary) ? fault('filed', '立案时间是空的') : undefined,
})

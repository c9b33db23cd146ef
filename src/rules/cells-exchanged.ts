import { defineRule, fault, quoted } from '../check/rule.ts'

const documentNumber = /[〔[(［（]\d{4}[〕\])］）]/

export default defineRule({
  id: 'cells-exchanged',
  severity: 'warning',
  summary: '案件编号与结案方式填反了',
  why: '案件编号里没有一个数字，结案方式里却有文号的年份，两格多半互换了位置。',
  remedy: '对照案卷，把两格的内容换回来。',
  reads: ['caseNumber', 'outcome'],
  bad: [[{ caseNumber: '行政处罚', outcome: '朝双市监处罚〔2024〕1号' }]],
  good: [[{ outcome: '行政处罚（朝双市监处罚〔2024〕1号）' }]],
  check:
    () =>
    ({ caseNumber, text }) =>
      caseNumber && documentNumber.test(text.outcome) && !/[\d０-９]/.test(caseNumber)
        ? fault('outcome', `案件编号填的是${quoted(caseNumber)}，结案方式填的是${quoted(text.outcome)}`)
        : undefined,
})

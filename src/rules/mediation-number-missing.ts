import { defineRule, fault } from '../check/rule.ts'
import { isClosed } from '../model/case.ts'
import { procedureOf } from '../model/case-type.ts'

const mediated = { type: '专利纠纷调解', outcome: '达成调解协议' }

export default defineRule({
  id: 'mediation-number-missing',
  severity: 'warning',
  summary: '结案的调解案件没有编号',
  why: '没有编号的案件查不了重，下次报送也对不上是哪一件。',
  remedy: '填上调解书或受理通知书的文号；本单位对调解案件确实不编号的，可以不填。',
  reads: ['type', 'caseNumber', 'closed'],
  incompleteOnly: true,
  bad: [[{ ...mediated, caseNumber: '' }]],
  good: [[{ ...mediated, caseNumber: '朝市监知调字〔2024〕3号' }]],
  check: () => (c) =>
    c.caseNumber === null && c.type && procedureOf(c.type) === 'mediation' && isClosed(c)
      ? fault('caseNumber', '调解案件已经结案，却没有案件编号')
      : undefined,
})

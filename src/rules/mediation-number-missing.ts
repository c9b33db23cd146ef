import { defineRule, fault } from '../check/rule.ts'
import { isClosed } from '../model/case.ts'

const mediated = { type: '专利纠纷调解', outcome: '达成调解协议' }

export default defineRule({
  id: 'mediation-number-missing',
  severity: 'warning',
  summary: '以调解、撤销、移送等结案的案件没有编号',
  why: '没有编号的案件查不了重，下次报送也对不上是哪一件。',
  remedy: '没有决定书的，填立案号或受理号；调解案件填调解书或受理通知书的文号；确实不编号的，可以不填。',
  reads: ['type', 'caseNumber', 'closed'],
  incompleteOnly: true,
  bad: [
    [{ ...mediated, caseNumber: '' }],
    [{ caseNumber: '', outcome: '撤销案件', published: '否', url: '' }],
  ],
  good: [[{ ...mediated, caseNumber: '朝市监知调字〔2024〕3号' }]],
  check: () => (c) =>
    c.caseNumber === null && !c.filingNumber && c.type && isClosed(c)
      ? fault('caseNumber', `${c.type}案件已经结案，却没有案件编号`)
      : undefined,
})

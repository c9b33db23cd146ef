import { defineRule, fault } from '../check/rule.ts'
import { isClosed } from '../model/case.ts'
import { owesNumber } from '../model/case-duties.ts'

export default defineRule({
  id: 'case-number-missing',
  severity: 'error',
  summary: '结案的裁决、处罚案件没有编号',
  why: '裁决和处罚都有文书，案件编号用来核对文书、查重和追踪。',
  remedy: '填上决定书的文号，例如 朝双市监处罚〔2024〕12号。',
  reads: ['type', 'caseNumber', 'closed'],
  incompleteOnly: true,
  bad: [
    [{ type: '商标侵权', caseNumber: '' }],
    [{ type: '专利侵权裁决', caseNumber: '待编号', outcome: '驳回请求' }],
  ],
  good: [[{ type: '商标侵权', caseNumber: '朝双市监处罚〔2024〕12号' }]],
  check: () => (c) =>
    c.caseNumber === null && c.type && isClosed(c) && owesNumber(c)
      ? fault('caseNumber', `${c.type}案件已经结案，却没有案件编号`)
      : undefined,
})

import { defineRule, fault } from '../check/rule.ts'
import { isClosed } from '../model/case.ts'

const open = { closed: '', outcome: '', published: '', url: '' }

export default defineRule({
  id: 'open-case-number-missing',
  severity: 'warning',
  summary: '未结案件没有编号',
  why: '没有编号的案件下次报送时对不上是哪一件，容易漏报、重报。',
  remedy: '先填立案号；结案后换成决定书的文号。',
  reads: ['caseNumber', 'closed'],
  incompleteOnly: true,
  bad: [[{ ...open, caseNumber: '' }], [{ ...open, caseNumber: '待定', outcome: '中止' }]],
  good: [[{ ...open, caseNumber: '朝双市监立字〔2024〕12号' }]],
  check: () => (c) =>
    c.caseNumber === null && !c.filingNumber && !isClosed(c)
      ? fault('caseNumber', '未结案件没有案件编号')
      : undefined,
})

import { defineRule, fault, quoted } from '../check/rule.ts'

export default defineRule({
  id: 'outcome-vague',
  severity: 'warning',
  summary: '结案方式等于没有写',
  why: '“结案”“是”只说明结了，没有说是怎样结的。',
  remedy: '写明结果，例如行政处罚、裁决（侵权成立）、达成调解协议、撤销案件，并填上结案时间。',
  reads: ['outcome'],
  incompleteOnly: true,
  bad: [[{ outcome: '结案' }], [{ outcome: '已结案' }], [{ outcome: '是' }]],
  good: [[{ outcome: '罚款' }], [{ type: '专利侵权裁决', outcome: '调解结案' }]],
  check: () => (c) =>
    c.outcome?.state === 'vague'
      ? fault('outcome', `结案方式${quoted(c.text.outcome)}没有写明是怎样结的`)
      : undefined,
})

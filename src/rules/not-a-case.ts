import { defineRule, fault, quoted } from '../check/rule.ts'

export default defineRule({
  id: 'not-a-case',
  severity: 'error',
  summary: '没有立案的不是案件',
  why: '不予立案、不予受理的线索不是案件，列进统计表会多计一件。',
  remedy: '从台账里删去这一行；其实已经立案的，改正结案方式。',
  reads: ['outcome'],
  incompleteOnly: true,
  final: true,
  bad: [[{ outcome: '不予立案' }], [{ type: '专利侵权裁决', outcome: '不予受理', closed: '' }]],
  good: [[{ outcome: '撤销案件', published: '否', url: '' }], [{ outcome: '不予行政处罚' }]],
  check: () => (c) =>
    c.outcome?.state === 'no-case'
      ? fault('outcome', `结案方式${quoted(c.text.outcome)}说明没有立案，不能作为案件统计`)
      : undefined,
})

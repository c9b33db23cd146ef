import { defineRule } from '../check/rule.ts'
import { sayOnce } from '../check/said-once.ts'
import { outOfTable } from '../model/scope.ts'

export default defineRule({
  id: 'not-a-case',
  severity: 'note',
  summary: '没有立案的不是案件',
  why: '不予立案、不予受理的线索不是案件，列进统计表会多计一件。',
  remedy: '不必改台账：不列入统计表，会另行列出；其实已经立案的，改正结案方式。',
  reads: ['outcome'],
  incompleteOnly: true,
  final: true,
  bad: [
    [{ caseNumber: '', outcome: '不予立案' }],
    [{ type: '专利侵权裁决', caseNumber: '', outcome: '不予受理', closed: '' }],
  ],
  good: [[{ outcome: '撤销案件', published: '否', url: '' }], [{ outcome: '不予行政处罚' }]],
  check: ({ types }) =>
    sayOnce(
      'outcome',
      (c) => {
        const found = outOfTable(c, types)
        return found?.reason === 'not-a-case' ? found.message : undefined
      },
      (rows) => `有 ${rows} 行没有立案，不列入统计表`,
    ),
})

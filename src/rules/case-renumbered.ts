import { defineReturnRule, quoted } from '../check/rule.ts'
import { shownWhen, stateThen } from './same-case.ts'

const open = { closed: '', outcome: '在办', published: '', url: '' }

export default defineReturnRule({
  id: 'case-renumbered',
  severity: 'note',
  summary: '可能是上次的案件换了编号',
  why: '案件立案时用立案号，办结后改用处罚决定书或裁决书的文号，是常有的事。上次报送的一件不见了，这次多出一件类型和立案时间都相同的，多半是同一案件。',
  remedy: '是同一案件的，不必改；不是的，把上次那一件补回台账。',
  reads: ['type', 'filed'],
  previous: [{ caseNumber: '朝双市监立〔2024〕9号', filed: '2024-05-06', ...open }],
  bad: [[{ caseNumber: '朝双市监处罚〔2024〕12号', filed: '2024-05-06', closed: '2024-06-03' }]],
  good: [[{ caseNumber: '朝双市监立〔2024〕9号', filed: '2024-05-06', closed: '2024-06-03' }]],
  compare: ({ renumbered }) =>
    renumbered.map(({ previous, now }) => ({
      case: now,
      column: 'caseNumber',
      message: `疑似${shownWhen(previous)}的${quoted(previous.caseNumber ?? '')}换了编号，待核实：那一件（${previous.filed} 立案，${stateThen(previous)}）这次没有，类型和立案时间都与这一行相同`,
    })),
})

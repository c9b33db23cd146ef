import { defineReturnRule, fault } from '../check/rule.ts'
import { comparing, shownWhen } from './same-case.ts'

export default defineReturnRule({
  id: 'filed-changed',
  severity: 'warning',
  summary: '立案时间与上次不同',
  why: '立案时间是办案期限的起点，定了就不会变；两次不同，必有一次填错。',
  remedy: '核对立案审批表，填上正确的立案时间；上次填错的，报送时向上级说明。',
  reads: ['filed'],
  previous: [{ caseNumber: '朝双市监处罚〔2024〕12号', filed: '2024-03-05' }],
  bad: [[{ caseNumber: '朝双市监处罚〔2024〕12号', filed: '2024-03-15' }]],
  good: [[{ caseNumber: '朝双市监处罚〔2024〕12号', filed: '2024年3月5日' }]],
  compare: comparing(({ previous, now }) =>
    previous.filed !== null && now.filed && previous.filed !== now.filed
      ? fault('filed', `${shownWhen(previous)}时立案时间是 ${previous.filed}，这次是 ${now.filed}`)
      : undefined,
  ),
})

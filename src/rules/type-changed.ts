import { defineReturnRule, fault } from '../check/rule.ts'
import { comparing, shownWhen } from './same-case.ts'

export default defineReturnRule({
  id: 'type-changed',
  severity: 'warning',
  summary: '案件类型与上次不同',
  why: '同一编号的案件换了类型，两类的件数都会变，与上次的报表对不上。',
  remedy: '核对案卷，填上正确的案件类型；上次填错的，报送时向上级说明。',
  reads: ['type'],
  previous: [{ type: '假冒专利', caseNumber: '朝双市监处罚〔2024〕12号' }],
  bad: [[{ type: '商标侵权', caseNumber: '朝双市监处罚〔2024〕12号' }]],
  good: [[{ type: '冒充专利', caseNumber: '朝双市监处罚〔2024〕12号' }]],
  compare: comparing(({ previous, now }) =>
    previous.type !== null && now.type && previous.type !== now.type
      ? fault('type', `${shownWhen(previous)}时案件类型是${previous.type}，这次是${now.type}`)
      : undefined,
  ),
})

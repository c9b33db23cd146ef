import { defineReturnRule, fault, quoted } from '../check/rule.ts'
import { isClosed } from '../model/case.ts'
import { comparing, shownWhen } from './same-case.ts'

const open = { closed: '', outcome: '在办', published: '', url: '' }

export default defineReturnRule({
  id: 'case-reopened',
  severity: 'warning',
  summary: '上次已结案，这次又在办',
  why: '结了的案件很少重新办理，多半是这次漏填了结案时间，或者上次填错了。',
  remedy: '核对案卷：确已结案的，补上结案时间和结案方式；确实重新办理的，在备注中写明。',
  reads: ['closed', 'outcome'],
  previous: [{ caseNumber: '朝双市监处罚〔2024〕12号', closed: '2024-04-18' }],
  bad: [[{ caseNumber: '朝双市监处罚〔2024〕12号', ...open }]],
  good: [[{ caseNumber: '朝双市监处罚〔2024〕12号', closed: '2024-04-18' }]],
  compare: comparing(({ previous, now }) => {
    if (previous.open || isClosed(now)) return undefined
    const state = now.outcome === null ? '没有结案时间' : `结案方式是${quoted(now.text.outcome)}`
    return fault('closed', `${shownWhen(previous)}时已结案（${previous.closed}），这次${state}`)
  }),
})

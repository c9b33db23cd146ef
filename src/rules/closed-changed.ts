import { defineReturnRule, fault } from '../check/rule.ts'
import { comparing, shownWhen } from './same-case.ts'

const open = { closed: '', outcome: '在办', published: '', url: '' }

export default defineReturnRule({
  id: 'closed-changed',
  severity: 'warning',
  summary: '结案时间与上次不同',
  why: '已经报过的结案时间不会再变；两次不同，必有一次填错，跨期的案件还会被统计到另一期。',
  remedy: '核对决定书、裁决书或协议书的日期，填上正确的结案时间；上次填错的，报送时向上级说明。',
  reads: ['closed'],
  previous: [
    { caseNumber: '朝双市监处罚〔2024〕12号', closed: '2024-04-18' },
    { caseNumber: '朝双市监处罚〔2024〕13号', ...open },
  ],
  bad: [
    [
      { caseNumber: '朝双市监处罚〔2024〕13号', ...open },
      { caseNumber: '朝双市监处罚〔2024〕12号', closed: '2024-05-18' },
    ],
  ],
  good: [
    [
      { caseNumber: '朝双市监处罚〔2024〕12号', closed: '2024-04-18' },
      { caseNumber: '朝双市监处罚〔2024〕13号', closed: '2024-06-03' },
    ],
  ],
  compare: comparing(({ previous, now }) =>
    // An open case may hold a day too, such as that of its suspension.
    previous.closed !== null && !previous.open && now.closed && previous.closed !== now.closed
      ? fault('closed', `${shownWhen(previous)}时结案时间是 ${previous.closed}，这次是 ${now.closed}`)
      : undefined,
  ),
})

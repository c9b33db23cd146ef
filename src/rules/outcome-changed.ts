import { defineReturnRule, fault, quoted } from '../check/rule.ts'
import { isClosed } from '../model/case.ts'
import { readOutcome } from '../model/outcome.ts'
import { comparing, shownWhen } from './same-case.ts'

export default defineReturnRule({
  id: 'outcome-changed',
  severity: 'warning',
  summary: '结案方式与上次不同',
  why: '怎样结的案，结案那天就定了；两次报的结案方式不同，必有一次填错，各种结案方式的件数也与上次对不上。',
  remedy: '核对决定书、裁决书或协议书，填上正确的结案方式；上次填错的，报送时向上级说明。',
  reads: ['type', 'outcome'],
  previous: [{ caseNumber: '朝双市监处罚〔2024〕12号', outcome: '行政处罚' }],
  bad: [[{ caseNumber: '朝双市监处罚〔2024〕12号', outcome: '不予行政处罚' }]],
  good: [
    [{ caseNumber: '朝双市监处罚〔2024〕12号', outcome: '行政处罚' }],
    // The same result in other words.
    [{ caseNumber: '朝双市监处罚〔2024〕12号', outcome: '罚款' }],
  ],
  compare: comparing(({ previous, now }) => {
    if (previous.open || previous.outcome === null || !isClosed(now)) return undefined
    const before = readOutcome(previous.type ?? undefined, previous.outcome).canonical
    const after = now.outcome?.canonical
    // A vague word that was made plain is no change; neither is one of another type's, which is said of the type.
    if (before === undefined || after === undefined || before === after || previous.type !== now.type) {
      return undefined
    }
    const [then, since] = [quoted(previous.outcome), quoted(now.text.outcome)]
    return fault('outcome', `${shownWhen(previous)}时结案方式是${then}，这次是${since}`)
  }),
})

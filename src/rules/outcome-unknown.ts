import { defineRule, fault, quoted } from '../check/rule.ts'
import type { Case } from '../model/case.ts'
import { type CaseType, caseTypes } from '../model/case-type.ts'
import { remembered } from '../model/memo.ts'
import { nearestOutcome, outcomesOf, readOutcome } from '../model/outcome.ts'

function guesser(type: CaseType): (text: string) => string {
  return remembered((text) => {
    const near = nearestOutcome(type, text)
    if (near !== undefined) return `，是不是“${near}”？`
    return readOutcome(undefined, text).state === 'closed' ? '，多见于别类案件，请一并核对案件类型' : ''
  })
}

const guessers = new Map(caseTypes.map((type) => [type, guesser(type)]))

function unknownOutcome({ type, closed, outcome, text }: Case) {
  if (!type || outcome?.state !== 'unknown') return undefined
  // Closings are no advice for a case that is open.
  if (closed === null) {
    return fault(
      'outcome',
      `${quoted(text.outcome)}看不出办到了哪一步`,
      '还没有结案的，写“在办”（中止的写“中止”），原来的话可以移到备注；已经结案的，写明结案方式并补上结案时间。',
    )
  }
  return fault(
    'outcome',
    `${quoted(text.outcome)}不是${type}案件的结案方式${guessers.get(type)?.(text.outcome) ?? ''}`,
    `改成${type}案件常用的结案方式：${outcomesOf(type).join('、')}。`,
  )
}

export default defineRule({
  id: 'outcome-unknown',
  severity: 'warning',
  summary: '认不出的结案方式',
  why: '认不出结果的案件只能计入已结总数，分不到各种结果里；也可能是案件类型填错了。',
  remedy: '改成这类案件常用的结案方式。',
  reads: ['type', 'outcome'],
  incompleteOnly: true,
  bad: [
    [{ type: '商标侵权', outcome: '行政处法' }],
    [{ type: '商标侵权', outcome: '协商解决' }],
    [{ type: '商标侵权', closed: '', outcome: '走访了解', published: '', url: '' }],
    [{ type: '专利侵权裁决', outcome: '罚款' }],
    [{ type: '专利纠纷调解', outcome: '行政处罚' }],
  ],
  good: [
    [{ type: '商标侵权', outcome: '行政处罚、移送公安' }],
    [{ type: '商标侵权', outcome: '责令停止销售', published: '否', url: '' }],
    [{ type: '商标侵权', closed: '', outcome: '法制审核', published: '', url: '' }],
    [{ type: '专利侵权裁决', outcome: '撤案', published: '否', url: '' }],
    [{ type: '专利纠纷调解', outcome: '调解不成', published: '否', url: '' }],
  ],
  check: () => unknownOutcome,
})

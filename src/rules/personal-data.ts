import { defineRule, type Fault } from '../check/rule.ts'
import { type Case, type Column, columnBit, headings } from '../model/case.ts'
import { personalNumbersIn, withoutPersonalNumbers } from '../model/personal-number.ts'

const searched: readonly Column[] = ['serial', 'type', 'filed', 'closed', 'outcome', 'published', 'remark']

function faultIn(c: Case, column: Column): Fault | undefined {
  const text = c.text[column]
  const found = personalNumbersIn(text)
  if (found.length === 0 || (c.faulty & columnBit[column]) !== 0) return undefined
  const named = found.map(({ kind, masked }) => `${kind} ${masked}`).join('、')
  return {
    case: { ...c, text: { ...c.text, [column]: withoutPersonalNumbers(text) } },
    column,
    message: `${headings[column]}里有${named}`,
  }
}

const shortest = 11

/** By name, not by a key that varies: every case passes here. */
function mayHoldOne({ serial, type, filed, closed, outcome, published, remark }: Case['text']): boolean {
  return (
    serial.length >= shortest ||
    type.length >= shortest ||
    filed.length >= shortest ||
    closed.length >= shortest ||
    outcome.length >= shortest ||
    published.length >= shortest ||
    remark.length >= shortest
  )
}

export default defineRule({
  id: 'personal-data',
  severity: 'warning',
  summary: '有身份证号码或手机号码',
  why: '统计表逐级上报，有的还会公开，不应带出个人信息（《个人信息保护法》）。',
  remedy: '删去号码；需要联系方式的，另行报送。',
  reads: [],
  bad: [
    [{ remark: '联系电话13900000000' }],
    [{ remark: '联系电话 138-4210-0000' }],
    [{ remark: '当事人身份证11010119000307007X' }],
    [{ remark: '当事人身份证 110101 19000307 007X' }],
    [{ outcome: '行政处罚（电话 13900000000）' }],
  ],
  good: [
    [{ remark: '快递单号139000000001234' }],
    [{ remark: '登记号110101190003070001' }],
    [{ caseNumber: '13900000000', url: 'https://www.gsxt.gov.cn/13900000000' }],
  ],
  check: () => (c) => {
    if (!mayHoldOne(c.text)) return undefined
    return searched.flatMap((column) => faultIn(c, column) ?? [])
  },
})

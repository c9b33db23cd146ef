import { defineRule, type Fault, fault, quoted } from './rule.ts'

export default defineRule({
  id: 'case-number-duplicate',
  severity: 'error',
  summary: '案件编号重复',
  why: '同一案件会被统计两次。括号的样式、全角半角和空格不同，仍算同一个编号。',
  remedy: '两行是同一案件的，删去一行；不是的，改正编号。',
  reads: ['type', 'caseNumber'],
  bad: [
    [{ caseNumber: '朝双市监处罚〔2024〕12号' }, { caseNumber: '朝双市监处罚〔2024〕12号' }],
    [{ caseNumber: '朝双市监处罚〔2024〕12号' }, { caseNumber: '朝双市监处罚 [2024] １２号' }],
  ],
  good: [
    [{ caseNumber: '朝双市监处罚〔2024〕12号' }, { caseNumber: '朝双市监处罚〔2024〕13号' }],
    [{ caseNumber: '朝双市监处罚〔2023〕12号' }, { caseNumber: '朝双市监处罚〔2024〕12号' }],
  ],
  check({ numbers, foldsRepeatedLogs }) {
    let held: Fault[] = []
    return {
      visit(c) {
        const first = numbers.meet(c)?.sameType
        if (!first) return undefined
        const place = numbers.placeInWords(first, c)
        const said = fault('caseNumber', `案件编号${quoted(c.text.caseNumber)}与${place}重复`)
        if (!foldsRepeatedLogs || numbers.isSameLog(first, c)) return said
        held.push({ ...said, case: c })
        return undefined
      },
      // Only at its end is it known whether the log as a whole is a repetition, which log-repeated then says.
      endLog({ path }) {
        const faults = numbers.repetitionIn(path) ? [] : held
        held = []
        return faults
      },
    }
  },
})

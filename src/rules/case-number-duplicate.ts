import type { FirstPlace } from '../check/numbers.ts'
import { type CasePlace, defineRule, type Fault, fault, quoted } from '../check/rule.ts'
import { copyOf } from '../model/memo.ts'

/** 12号, 市监处罚〔2024〕12号: without a place in it every county has one. */
const placeless = /^(?:市监|市管|市场|知)|^[\s\d０-９第号年〔〕﹝﹞［］[\]【】（）()「」-]+$/

/** All that is kept of a case: of a log given twice it may be a million. */
interface Repeated {
  readonly number: string
  readonly first: FirstPlace
  readonly place: CasePlace
}

export default defineRule({
  id: 'case-number-duplicate',
  severity: 'error',
  summary: '案件编号重复',
  why: '同一案件会被统计两次。括号的样式、全角半角、空格、“第”字和前面的零不同，仍算同一个编号；一格里有几个编号的，各个都比。',
  remedy: '两行是同一案件的，删去一行；不是的，改正编号。',
  reads: ['type', 'caseNumber'],
  bad: [
    [{ caseNumber: '朝双市监处罚〔2024〕12号' }, { caseNumber: '朝双市监处罚〔2024〕12号' }],
    [{ caseNumber: '朝双市监处罚〔2024〕12号' }, { caseNumber: '朝双市监处罚 [2024] １２号' }],
    [{ caseNumber: '朝双市监处罚〔2024〕第012号' }, { caseNumber: '朝双市监处罚2024-12号' }],
    [{ caseNumber: '朝双市监处罚〔2024〕13号' }, { caseNumber: '朝双市监处罚〔2024〕12、13号' }],
  ],
  good: [
    [{ caseNumber: '朝双市监处罚〔2024〕12号' }, { caseNumber: '朝双市监处罚〔2024〕13号' }],
    [
      { caseNumber: '朝双市监处罚〔2023〕12号', filed: '2023-12-05', closed: '2023-12-18' },
      { caseNumber: '朝双市监处罚〔2024〕12号' },
    ],
    [{ caseNumber: '朝双市监处罚〔2024〕12-1号' }, { caseNumber: '朝双市监处罚〔2024〕12-2号' }],
  ],
  check({ numbers, foldsRepeatedLogs, unitOf }) {
    let held: Repeated[] = []
    const faultOf = ({ number, first, place }: Repeated): Fault => {
      const owner = unitOf === undefined ? '' : `${unitOf(first.layout.path)}`
      const where = `${owner}${numbers.placeInWords(first, place)}`
      const which = first.number === undefined ? '' : `里的 ${first.number} `
      return {
        ...fault('caseNumber', `案件编号${quoted(number)}${which}与${where}重复`),
        value: number,
        place,
      }
    }
    return {
      visit(c) {
        const first = numbers.meet(c)?.sameType
        if (!first) return undefined
        // Between units only what another one has is news: the rest was said of each return.
        if (unitOf && unitOf(first.layout.path) === unitOf(c.layout.path)) return undefined
        const number = c.text.caseNumber
        if (unitOf && placeless.test(number)) return undefined
        if (!foldsRepeatedLogs || numbers.isSameLog(first, c)) return faultOf({ number, first, place: c })
        const { layout, line, row } = c
        held.push({ number: copyOf(number), first, place: { layout, line, row } })
        return undefined
      },
      // Only at its end is it known whether the log as a whole is a repetition, which log-repeated then says.
      endLog({ path }) {
        const faults = numbers.repetitionIn(path) ? [] : held.map(faultOf)
        held = []
        return faults
      },
    }
  },
})

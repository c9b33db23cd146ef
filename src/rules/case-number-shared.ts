import { defineRule, fault, quoted } from '../check/rule.ts'

export default defineRule({
  id: 'case-number-shared',
  severity: 'warning',
  summary: '两类案件用了同一编号',
  why: '一个编号通常只对应一件案件，两类之下各有一件，多半是类型填错或重复登记。',
  remedy: '核对两行：同一案件的删去一行，不同案件的改正编号；确实一案两报的可以不改。',
  reads: ['type', 'caseNumber'],
  bad: [
    [
      { type: '商标侵权', caseNumber: '朝双市监处罚〔2024〕12号' },
      { type: '假冒专利', caseNumber: '朝双市监处罚(2024)12号' },
    ],
  ],
  good: [
    [
      { type: '商标侵权', caseNumber: '朝双市监处罚〔2024〕12号' },
      { type: '假冒专利', caseNumber: '朝双市监处罚〔2024〕13号' },
    ],
  ],
  check({ numbers }) {
    return (c) => {
      const first = numbers.meet(c)?.otherType
      if (!first) return undefined
      const place = numbers.placeInWords(first, c)
      const which = first.number === undefined ? '' : `里的 ${first.number} `
      return fault(
        'caseNumber',
        `案件编号${quoted(c.text.caseNumber)}${which}与${place}的${first.type}案件相同`,
      )
    }
  },
})

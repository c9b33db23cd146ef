import { defineRule, fault, quoted } from '../check/rule.ts'
import { keyInWords, numberKeys } from '../model/number-keys.ts'

const mostNamed = 5

function named(keys: readonly string[]): string {
  const some = keys.slice(0, mostNamed).map(keyInWords).join('、')
  return keys.length > mostNamed ? `${some} 等` : some
}

export default defineRule({
  id: 'case-number-several',
  severity: 'note',
  summary: '一格里有几个编号',
  why: '统计表一行算一件。几件案件写在一行里会少计；一件案件有几份决定书的，也按一件计。查重时各个编号都比。',
  remedy: '是几件案件的，一行写一件；一件案件有几份决定书的，不必改。',
  reads: ['caseNumber'],
  bad: [
    [{ caseNumber: '朝双市监处罚〔2024〕34、35号' }],
    [{ caseNumber: '朝双市监处罚〔2024〕34号；朝双市监处罚〔2024〕36号' }],
  ],
  good: [[{ caseNumber: '朝双市监处罚〔2024〕34号' }], [{ caseNumber: '朝双市监处罚〔2024〕34-1号' }]],
  check: () => (c) => {
    const keys = c.caseNumber ? numberKeys(c.caseNumber) : []
    if (keys.length < 2) return undefined
    return fault(
      'caseNumber',
      `案件编号${quoted(c.text.caseNumber)}里有 ${keys.length} 个编号：${named(keys)}；这一行按一件统计`,
    )
  },
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChecker } from '../../src/check/check.ts'
import { caseRecord, caseSchema } from '../../src/model/case-schema.ts'
import { caseTypes } from '../../src/model/case-type.ts'
import { day } from '../../src/model/date.ts'
import { allRules } from '../../src/rules/index.ts'
import { readCases } from '../findings-in.ts'

/** What a schema can know of one case by itself; the other errors need the law, another row or the day of checking. */
const ofOneCase = new Set([
  'type-missing',
  'type-unknown',
  'date-invalid',
  'closed-before-filed',
  'outcome-missing',
  'case-number-missing',
  'remark-confirmation-missing',
  'remark-invalidation-missing',
  'published-invalid',
  'url-missing',
])

const anyRow = fc.record({
  type: fc.constantFrom('商标侵权', '商标侵权案', '假冒专利', '专利裁决', '专利调解', '商标', ''),
  caseNumber: fc.constantFrom('凌市监处罚〔2024〕1号', '待编号', ''),
  remark: fc.constantFrom('', '行政调解司法确认', '专利无效后裁驳', '当事人确认已履行'),
  filed: fc.constantFrom('2024-03-05', '2024年3月5日', '2024-04-20', '2024-02-30', '3月5日'),
  closed: fc.constantFrom('2024-04-18', '2024.4.30', '4月', '2024-13-01', ''),
  outcome: fc.constantFrom('行政处罚', '撤销案件', '裁驳', '达成调解协议，司法确认', ''),
  published: fc.constantFrom('是', '已公示', '否', '拟公开', '也许', ''),
  url: fc.constantFrom('https://www.gsxt.gov.cn/1', 'www.gsxt.gov.cn/2', '见公示栏', ''),
})

test('what reading finds in order the schema accepts, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(anyRow, async (row) => {
      const [c] = await readCases([row])
      if (c === undefined) return
      const checker = createChecker(allRules, {
        asOf: day('2024-06-07'),
        types: caseTypes,
        foldsRepeatedLogs: false,
        showsAll: true,
      })
      const errors = checker.visit(c).filter(({ rule }) => ofOneCase.has(rule))
      expect(caseSchema.safeParse(caseRecord(c)).success).toBe(errors.length === 0)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createChecker } from '../../src/check/check.ts'
import type { ExampleRow, Rule } from '../../src/check/rule.ts'
import { type Case, columns } from '../../src/model/case.ts'
import { caseTypes } from '../../src/model/case-type.ts'
import { exampleDay } from '../../src/model/rule-text.ts'
import { outOfTable } from '../../src/model/scope.ts'
import { allRules } from '../../src/rules/index.ts'
import { findingsIn, readCases } from '../findings-in.ts'

const likely = fc.constantFrom(
  ...[
    '',
    '/',
    '无',
    '是',
    '否',
    '拟公开',
    '中止',
    '结案',
    '行政处罚',
    '不予立案',
    '司法确认',
    '裁驳',
    '协商',
  ],
  ...['商标侵权', '专利侵权裁决', '专利纠纷调解', '商标', '著作权', '2024-03-05', '2024-02-30', '2025-01-01'],
  ...['####', '1.2E+11', '=1', '-x', 'https://a.cn/1', 'ftp://a.cn/1', '13900000000', '1', '7', '同 上'],
)
const anyCell = fc.oneof({ arbitrary: likely, weight: 5 }, { arbitrary: fc.string(), weight: 1 })
const anyRow: fc.Arbitrary<ExampleRow> = fc.record(
  Object.fromEntries(columns.map((column) => [column, anyCell])),
  { requiredKeys: [] },
)
const anyLog = fc.array(anyRow, { minLength: 1, maxLength: 5 })

test('whatever stands in the cells, every finding says what and what to do, the same each time', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, async (rows) => {
      const findings = await findingsIn([rows])
      expect(findings.filter(({ message, remedy }) => message === '' || remedy === '')).toEqual([])
      expect(await findingsIn([rows])).toEqual(findings)
    }),
  )
})

function unreadable(c: Case): readonly string[] {
  return (['type', 'filed', 'closed', 'outcome', 'published'] as const).filter(
    (column) => c[column] === undefined,
  )
}

test('no cell that cannot be read goes without a finding', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, async (rows) => {
      const checker = createChecker(allRules, {
        asOf: exampleDay,
        types: caseTypes,
        foldsRepeatedLogs: false,
        showsAll: true,
      })
      for (const c of await readCases(rows)) {
        const findings = checker.visit(c)
        const isLeftOut = outOfTable(c, caseTypes) !== undefined
        const said = findings.map(({ column }) => column as string)
        if (!isLeftOut && c.faulty === 0) expect(said).toEqual(expect.arrayContaining([...unreadable(c)]))
      }
    }),
  )
})

test('a rule that is not asked of complete cases would have nothing to say of them', async () => {
  const circumstances = { asOf: exampleDay, types: caseTypes, foldsRepeatedLogs: false, showsAll: true }
  const askedOfAll = allRules.map((rule) => ({ ...rule, incompleteOnly: false }))
  await fc.assert(
    fc.asyncProperty(anyLog, async (rows) => {
      const said = async (rules: readonly Rule[]) => {
        const checker = createChecker(rules, circumstances)
        return (await readCases(rows)).flatMap((c) => checker.visit(c))
      }
      expect(await said(allRules)).toEqual(await said(askedOfAll))
    }),
  )
})

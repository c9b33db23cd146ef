import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExampleRow } from '../../src/check/rule.ts'
import { findingsIn } from '../findings-in.ts'
import { runs } from '../property-tests.ts'

const log = (...counts: readonly number[]): readonly ExampleRow[] =>
  counts.map((count) => ({ caseNumber: `凌市监处罚〔2024〕${count}号` }))

async function said(logs: readonly (readonly ExampleRow[])[], folds = true, overrides = {}) {
  const findings = await findingsIn(logs, { foldsRepeatedLogs: folds }, overrides)
  return findings.map(({ rule, path, line }) => [rule, path, ...(line === undefined ? [] : [line])].join(' '))
}

test('three and most of a log stand in another: said once', async () => {
  expect(await said([log(1, 2, 3, 4), log(2, 3, 4, 5, 6)])).toEqual(['log-repeated 2.csv'])
})

test('two rows, or half the log, are said one by one', async () => {
  expect(await said([log(1, 2), log(1, 2)])).toEqual([
    'case-number-duplicate 2.csv 2',
    'case-number-duplicate 2.csv 3',
  ])
  expect(await said([log(1, 2, 3), log(1, 2, 3, 4, 5, 6)])).toEqual([
    'case-number-duplicate 2.csv 2',
    'case-number-duplicate 2.csv 3',
    'case-number-duplicate 2.csv 4',
  ])
})

test('a log made of several others is a repetition too, and names them', async () => {
  const findings = await findingsIn([log(1, 2), log(3, 4), log(1, 2, 3, 4)])
  expect(findings.map(({ message }) => message)).toEqual([
    '4 件案件中有 4 件已在「1.csv」「2.csv」里出现，不再逐行列出',
  ])
})

test('a duplicate inside a repeated log is still said', async () => {
  expect(await said([log(1, 2, 3), log(1, 2, 3, 9, 9)])).toEqual([
    'case-number-duplicate 2.csv 6',
    'log-repeated 2.csv',
  ])
})

test('without folding, or with the rule off, every row is said', async () => {
  const rows = [2, 3, 4].map((line) => `case-number-duplicate 2.csv ${line}`)
  expect(await said([log(1, 2, 3), log(1, 2, 3)], false)).toEqual(rows)
  expect(await said([log(1, 2, 3), log(1, 2, 3)], true, { 'log-repeated': 'off' })).toEqual(rows)
})

test('an empty log behind a repeated one says nothing', async () => {
  expect(await said([log(1, 2, 3), log(1, 2, 3), []])).toEqual(['log-repeated 2.csv'])
})

test('one run knows nothing of another', async () => {
  expect(await said([log(1, 2, 3)])).toEqual([])
  expect(await said([log(1, 2, 3)])).toEqual([])
})

test('the place of the first is named across logs', async () => {
  const findings = await findingsIn([log(7, 8), log(9, 8)])
  expect(findings.map(({ message }) => message)).toEqual([
    '案件编号「凌市监处罚〔2024〕8号」与「1.csv」第 3 行重复',
  ])
})

test('with folding or without, every repeated case is accounted for', async () => {
  const logs = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(logs, async (counts) => {
      const rows = counts.map((numbers) => log(...numbers))
      const seen = new Set<number>()
      const repeated = counts.flat().filter((count) => seen.size === seen.add(count).size).length
      expect((await said(rows, false)).length).toBe(repeated)
      const folded = await findingsIn(rows)
      const inLogs = folded
        .filter(({ rule }) => rule === 'log-repeated')
        .map(({ message }) => Number(/有 (\d+) 件/.exec(message)?.[1]))
      const oneByOne = folded.filter(({ rule }) => rule === 'case-number-duplicate').length
      expect(inLogs.reduce((sum, count) => sum + count, oneByOne)).toBe(repeated)
    }),
    { numRuns: runs(60) },
  )
})

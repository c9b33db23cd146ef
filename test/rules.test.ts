import { describe, expect, test } from 'vitest'
import type { RuleText } from '../src/model/rule-text.ts'
import { allRules } from '../src/rules/index.ts'
import {
  collectFindingsIn,
  type ExampleLog,
  explanationFindingsIn,
  findingsAfter,
  findingsIn,
  unitFindingsIn,
} from './findings-in.ts'

const ofCollect = ['unit-unknown', 'unit-ambiguous', 'unit-returned-twice', 'case-number-elsewhere']

function finderOf({ id, previous }: RuleText): typeof findingsIn {
  if (ofCollect.includes(id)) return collectFindingsIn
  if (id.startsWith('unit-')) return unitFindingsIn
  if (id.startsWith('explanation-')) return explanationFindingsIn
  return previous === undefined ? findingsIn : findingsAfter(previous)
}

const examples = allRules.map((rule: RuleText) => {
  const { id, before, isOfWholeLog } = rule
  const inLogs = (example: ExampleLog, at: number) => ({
    name: `${id}, ${at + 1}`,
    find: finderOf(rule),
    id,
    logs: before ? [before, example] : [example],
    line: isOfWholeLog ? undefined : example.length + 1,
  })
  return { bad: rule.bad.map(inLogs), good: rule.good.map(inLogs), isCaseRule: !('word' in rule) }
})

describe('every bad example is reported once, by its rule alone', () => {
  test.each(examples.flatMap(({ bad }) => bad))('$name', async ({ id, find, logs }) => {
    expect((await find(logs)).map(({ rule }) => rule)).toEqual([id])
  })
})

describe('a bad example is reported on its last row, or as the whole log', () => {
  const rows = examples.flatMap(({ bad, isCaseRule }) => (isCaseRule ? bad : []))
  test.each(rows)('$name', async ({ find, logs, line }) => {
    const [finding] = await find(logs)
    expect(finding?.line).toBe(line)
  })
})

describe('no good example brings a finding of any rule', () => {
  test.each(examples.flatMap(({ good }) => good))('$name', async ({ find, logs }) => {
    expect(await find(logs)).toEqual([])
  })
})

test('every rule says what, why, and what to do', () => {
  for (const { id, summary, why, remedy, bad, good } of allRules) {
    expect(
      [summary, why, remedy].filter((text) => text === ''),
      id,
    ).toEqual([])
    expect(
      [bad.length, good.length].filter((count) => count === 0),
      id,
    ).toEqual([])
    expect(why.endsWith('。') && remedy.endsWith('。') && !summary.endsWith('。'), id).toBe(true)
  }
})

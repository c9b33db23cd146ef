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

/** Ids are for ever: this list only grows. */
const promised = {
  error: `heading-row-not-found heading-missing heading-duplicate undecodable-text quote-unclosed
    quote-swallows-rows row-too-long type-missing type-unknown case-number-missing
    case-number-duplicate filed-missing date-invalid filed-in-future closed-in-future closed-before-filed
    closed-missing outcome-missing outcome-still-open published-invalid url-missing url-unsafe
    remark-confirmation-missing remark-invalidation-missing cell-damaged case-vanished
    row-in-one-cell rows-above-heading formula-unsaved unit-ambiguous unit-returned-twice`,
  warning: `optional-heading-missing row-too-short mediation-number-missing
    open-case-number-missing log-repeated case-number-shared outcome-unknown outcome-vague published-missing
    case-reopened filed-changed type-changed closed-changed outcome-changed published-changed
    cases-left-out quote-stray encoding-mixed cells-exchanged
    date-implausible url-not-a-link url-unexpected unit-missing unit-conflict unit-unknown personal-data
    explanation-empty`,
  note: `heading-unknown case-number-style unpublished-without-reason remark-wording serial-wrong formula-like
    time-limit-passed publication-late case-renumbered published-while-open published-unneeded not-a-case type-out-of-scope case-number-year
    case-number-several url-too-general case-number-elsewhere
    explanation-unused`,
}

test.each(Object.entries(promised))('the rules of severity %s', (severity, ids) => {
  const found = allRules.filter((rule) => rule.severity === severity).map(({ id }) => id)
  expect(found.sort()).toEqual(ids.split(/\s+/).sort())
})

test('no id is used twice', () => {
  const ids = allRules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

import { expect, test } from 'vitest'
import { allRules } from '../../src/rules/index.ts'

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

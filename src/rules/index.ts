import headingDuplicate from './heading-duplicate.ts'
import headingMissing from './heading-missing.ts'
import headingRowNotFound from './heading-row-not-found.ts'
import headingUnknown from './heading-unknown.ts'
import optionalHeadingMissing from './optional-heading-missing.ts'
import quoteSwallowsRows from './quote-swallows-rows.ts'
import quoteUnclosed from './quote-unclosed.ts'
import rowTooLong from './row-too-long.ts'
import rowTooShort from './row-too-short.ts'
import type { Rule } from './rule.ts'
import undecodableText from './undecodable-text.ts'

interface RuleSubject {
  readonly subject: string
  readonly rules: readonly Rule[]
}

/**
 * In the order of checking: a rule that reports a cell silences the later ones that read it. So what makes a cell
 * unreadable comes first, an error is never behind a warning on the same cell, and notes come last.
 */
export const rules: readonly RuleSubject[] = [
  {
    subject: '表头',
    rules: [headingRowNotFound, headingMissing, optionalHeadingMissing, headingDuplicate, headingUnknown],
  },
  {
    subject: '文字与行',
    rules: [undecodableText, quoteUnclosed, quoteSwallowsRows, rowTooLong, rowTooShort],
  },
]

export const allRules: readonly Rule[] = rules.flatMap((group) => group.rules)

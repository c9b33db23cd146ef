import type { Look } from '../../model/look.ts'
import type { RuleGroup, RuleText } from '../../model/rule-text.ts'

export interface ExplainFormat {
  /** One rule with all it says of itself. */
  readonly rule: (rule: RuleText, subject: string, look: Look) => string
  /** Every rule in a line, by subject. */
  readonly list: (groups: readonly RuleGroup[], look: Look) => string
}

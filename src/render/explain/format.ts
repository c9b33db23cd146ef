import type { Look } from '../../model/look.ts'
import type { RuleGroup, RuleText } from '../../model/rule-text.ts'

export interface ExplainFormat {
  readonly rule: (rule: RuleText, subject: string, look: Look) => string
  readonly list: (groups: readonly RuleGroup[], look: Look) => string
}

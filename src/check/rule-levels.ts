import type { Severity } from '../model/finding.ts'
import { meansUnreadRows } from '../model/log-fault.ts'
import { nearest } from '../model/nearest.ts'
import type { SchemaProblem } from '../model/schema-problem.ts'

/** Called less than an error, it would still leave out cases, and nobody would be told. */
function isLowered(rule: string, level: unknown): boolean {
  return level !== 'error' && meansUnreadRows(rule)
}

interface Wrong {
  readonly what: string
  readonly remedy: string
}

function lowered(rule: string, level: unknown): Wrong {
  return {
    what: `规则 ${rule} 不能降级或关闭（现在写的是 ${level}）`,
    remedy: '它说的是台账里有的行没有读到，不报出来，表就会少列案件。请删去这一项，并改正台账。',
  }
}

/** A misspelt rule would otherwise stay as it was, and nobody would notice. */
function unknown(rule: string, known: readonly string[]): Wrong {
  const near = nearest(rule, known)
  const guess = near === undefined ? '' : `您要的可能是 ${near}。`
  return { what: `没有规则 ${rule}`, remedy: `${guess}全部规则见 ipcase explain。` }
}

function wrongLevel(rule: string, level: unknown, known: readonly string[]): Wrong | undefined {
  if (isLowered(rule, level)) return lowered(rule, level)
  return known.includes(rule) ? undefined : unknown(rule, known)
}

/** What is wrong with the rules of a configuration file. */
export function ruleProblems(json: unknown, known: readonly string[]): readonly SchemaProblem[] {
  const { rules } = Object(json)
  if (typeof rules !== 'object' || rules === null) return []
  return Object.entries(rules).flatMap(([rule, level]) => {
    const wrong = wrongLevel(rule, level, known)
    return wrong === undefined ? [] : [{ path: ['rules', rule], isKey: true, ...wrong }]
  })
}

/** The same of what options say; the first thing that is wrong. */
export function wrongRuleOption(
  rules: Readonly<Record<string, Severity | 'off'>>,
  known: readonly string[],
  only: readonly string[] = [],
): Wrong | undefined {
  const levels = Object.entries(rules).map(([rule, level]) => wrongLevel(rule, level, known))
  const names = only.filter((rule) => !known.includes(rule)).map((rule) => unknown(rule, known))
  return [...levels, ...names].find((one) => one !== undefined)
}

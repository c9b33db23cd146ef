import type { Column } from './case.ts'

export const severities = ['error', 'warning', 'note'] as const

export type Severity = (typeof severities)[number]

export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly path: string
  readonly sheet?: string
  readonly line?: number
  /** Of a Word file or page, which shows no numbers: the row as its reader finds it. */
  readonly rowName?: string
  readonly cell?: string
  readonly column?: Column
  readonly heading?: string
  readonly value?: string
  /** Whose case it is: type and days of the form's where they can be read, else as written. */
  readonly type?: string
  readonly caseNumber?: string
  readonly filed?: string
  /** Of a case: the cells the rule read, as written. */
  readonly basis?: string
  readonly message: string
  readonly remedy: string
  /** What the unit says to it. */
  readonly reason?: string
}

export type Explained = Finding & { readonly reason: string }

export type Counts = Readonly<Record<Severity, number>>

export function countsOf(findings: readonly Finding[]): Counts {
  const of = (severity: Severity): number => findings.filter((one) => one.severity === severity).length
  return { error: of('error'), warning: of('warning'), note: of('note') }
}

export const failLevels = [...severities, 'never'] as const

/** The least severity that makes a run fail. */
export type FailLevel = (typeof failLevels)[number]

export const ruleLevels = ['off', ...severities] as const

export interface RuleOverride {
  readonly rule: string
  readonly severity: Severity | 'off'
}

/** Whether a finding of this severity makes a run of that level fail. */
export function isAtLeast(severity: Severity, level: FailLevel): boolean {
  return level !== 'never' && severities.indexOf(severity) <= severities.indexOf(level)
}

/** Whether anything stands at or above the level that makes a run fail. */
export function failsAt(level: FailLevel, counts: Counts): boolean {
  if (level === 'never') return false
  return severities.slice(0, severities.indexOf(level) + 1).some((severity) => counts[severity] > 0)
}

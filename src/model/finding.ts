import type { Column } from './case.ts'

export const severities = ['error', 'warning', 'note'] as const

export type Severity = (typeof severities)[number]

export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly path: string
  readonly sheet?: string
  readonly line?: number
  readonly cell?: string
  readonly column?: Column
  readonly heading?: string
  readonly value?: string
  readonly message: string
  readonly remedy: string
}

export type Counts = Readonly<Record<Severity, number>>

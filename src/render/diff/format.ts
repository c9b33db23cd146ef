import type { Difference } from '../../model/difference.ts'
import type { Counts, Finding } from '../../model/finding.ts'
import type { Look } from '../../model/look.ts'
import type { RunHead } from '../../model/run.ts'

export interface DiffReport {
  readonly head: RunHead
  readonly old: string
  readonly new: string
  readonly difference: Difference
  readonly findings: readonly Finding[]
  readonly counts: Counts
  readonly exitCode: number
}

export type DiffFormat = (report: DiffReport, look: Look) => string | Promise<Uint8Array>

import type { Compared } from '../../model/compared.ts'
import type { Counts, FailLevel } from '../../model/finding.ts'
import type { Look } from '../../model/look.ts'
import type { RunHead } from '../../model/run.ts'

export interface DiffReport extends Compared {
  readonly head: RunHead
  /** A quiet run tells of findings at this level and above alone. */
  readonly failOn: FailLevel
  readonly counts: Counts
  readonly exitCode: number
}

export type DiffFormat = (report: DiffReport, look: Look) => string | Promise<Uint8Array>

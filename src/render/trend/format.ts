import type { Look } from '../../model/look.ts'
import type { RunHead } from '../../model/run.ts'
import type { Trend } from '../../model/trend.ts'

export interface TrendReport {
  readonly head: RunHead
  /** The programme's name. */
  readonly programme: string
  readonly archive: string
  /** null: of all units. */
  readonly unit: string | null
  readonly trend: Trend
  readonly exitCode: number
}

export interface TrendOptions {
  readonly look: Look
  /** The files of `TrendFormat.files`, by the name they have under templates/. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export type RenderTrend = (report: TrendReport, options: TrendOptions) => string

export interface TrendFormat {
  /** With the dot, the usual one first. */
  readonly extensions: readonly string[]
  /** Files under templates/ that the command reads before rendering. */
  readonly files?: readonly string[]
  readonly load: () => Promise<RenderTrend>
}

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

interface TrendOptions {
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

export const trendFormats = {
  text: { extensions: ['.txt'], load: async () => (await import('./text.ts')).trendText },
  json: { extensions: ['.json'], load: async () => (await import('./json.ts')).trendJson },
  html: {
    extensions: ['.html', '.htm'],
    files: ['trend.html'],
    load: async () => (await import('./html.ts')).trendHtml,
  },
} as const satisfies Readonly<Record<string, TrendFormat>>

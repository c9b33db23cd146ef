import type { Compared } from '../../model/difference.ts'
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

export type DiffFormatName = keyof typeof diffFormats

export const diffFormats = {
  text: { extensions: ['.txt'], load: async () => (await import('./text.ts')).diffText },
  json: { extensions: ['.json'], load: async () => (await import('./json.ts')).diffJson },
  md: { extensions: ['.md'], load: async () => (await import('./md.ts')).diffMarkdown },
  xlsx: { extensions: ['.xlsx'], load: async () => (await import('./xlsx.ts')).diffXlsx },
} as const satisfies Readonly<
  Record<string, { readonly extensions: readonly string[]; readonly load: () => Promise<DiffFormat> }>
>

import type { Brief } from '../../model/brief.ts'

export type RenderBrief = (
  brief: Brief,
  /** The files of `BriefFormat.files`, by the name they have under templates/. */
  files: ReadonlyMap<string, Uint8Array>,
) => string | Uint8Array

export interface BriefFormat {
  /** With the dot, the usual one first. */
  readonly extensions: readonly string[]
  /** Files under templates/ that the command reads before rendering. */
  readonly files?: readonly string[]
  /** Loaded only when asked for. */
  readonly load: () => Promise<RenderBrief>
}

export const briefFormats = {
  docx: {
    extensions: ['.docx'],
    files: ['brief.docx'],
    load: async () => (await import('./docx.ts')).renderDocx,
  },
  md: {
    extensions: ['.md', '.markdown'],
    load: async () => (await import('./md.ts')).renderMarkdown,
  },
} as const satisfies Readonly<Record<string, BriefFormat>>

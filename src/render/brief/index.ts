import type { BriefFormat } from './format.ts'

export const briefFormats = {
  docx: {
    extensions: ['.docx'],
    files: ['brief.docx'],
    load: async () => (await import('./docx.ts')).renderDocx,
  },
  md: {
    extensions: ['.md', '.markdown'],
    files: [],
    load: async () => (await import('./md.ts')).renderMarkdown,
  },
} as const satisfies Readonly<Record<string, BriefFormat>>

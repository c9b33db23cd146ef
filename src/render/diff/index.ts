import type { DiffFormat } from './format.ts'

export type DiffFormatName = keyof typeof diffFormats

export const diffFormats = {
  text: { extension: '.txt', load: async () => (await import('./text.ts')).diffText },
  json: { extension: '.json', load: async () => (await import('./json.ts')).diffJson },
  md: { extension: '.md', load: async () => (await import('./md.ts')).diffMarkdown },
  xlsx: { extension: '.xlsx', load: async () => (await import('./xlsx.ts')).diffXlsx },
} as const satisfies Readonly<
  Record<string, { readonly extension: string; readonly load: () => Promise<DiffFormat> }>
>

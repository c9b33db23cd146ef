import type { EntryFormat } from './format.ts'

export type EntryFormatName = keyof typeof entryFormats

export const entryFormats = {
  xlsx: { files: [], load: async () => (await import('./xlsx.ts')).entryXlsx },
  csv: { files: [], load: async () => (await import('./csv.ts')).entryCsv },
  docx: { files: ['form.docx'], load: async () => (await import('./docx.ts')).entryDocx },
} as const satisfies Readonly<
  Record<string, { readonly files: readonly string[]; readonly load: () => Promise<EntryFormat> }>
>

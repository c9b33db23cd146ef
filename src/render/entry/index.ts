import type { EntryFormat } from './format.ts'

export type EntryFormatName = keyof typeof entryFormats

export const entryFormats = {
  xlsx: async () => (await import('./xlsx.ts')).entryXlsx,
  csv: async () => (await import('./csv.ts')).entryCsv,
} as const satisfies Readonly<Record<string, () => Promise<EntryFormat>>>

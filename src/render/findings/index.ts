import type { BookFormat, FindingsFormat } from './reporter.ts'

export const findingsFormats = {
  text: async () => (await import('./text.ts')).textReporter,
  json: async () => (await import('./json.ts')).jsonReporter,
  csv: async () => (await import('./csv.ts')).csvReporter,
} as const satisfies Readonly<Record<string, () => Promise<FindingsFormat>>>

/** Of which nothing can be written before the last finding is known. */
export const bookFormats = {
  xlsx: async () => (await import('./xlsx.ts')).findingsXlsx,
} as const satisfies Readonly<Record<string, () => Promise<BookFormat>>>

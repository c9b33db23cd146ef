import type { BookFormat, FindingsFormat } from './reporter.ts'

export const findingsFormats = {
  text: async () => (await import('./text.ts')).textReporter,
  json: async () => (await import('./json.ts')).jsonReporter,
  csv: async () => (await import('./csv.ts')).csvReporter,
} as const satisfies Readonly<Record<string, () => Promise<FindingsFormat>>>

/** Of which nothing can be written before the last finding is known. */
export const bookFormats = {
  xlsx: { load: async () => (await import('./xlsx.ts')).findingsXlsx },
  html: { skeleton: 'findings.html', load: async () => (await import('./html.ts')).findingsHtml },
} as const satisfies Readonly<
  Record<string, { readonly skeleton?: string; readonly load: () => Promise<BookFormat> }>
>

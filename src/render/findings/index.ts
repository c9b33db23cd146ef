import type { FindingsFormat } from './reporter.ts'

export const findingsFormats = {
  text: async () => (await import('./text.ts')).textReporter,
  json: async () => (await import('./json.ts')).jsonReporter,
  csv: async () => (await import('./csv.ts')).csvReporter,
} as const satisfies Readonly<Record<string, () => Promise<FindingsFormat>>>

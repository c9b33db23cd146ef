import type { ExplainFormat } from './format.ts'

export const explainFormats = {
  text: async () => (await import('./text.ts')).explainText,
  json: async () => (await import('./json.ts')).explainJson,
} as const satisfies Readonly<Record<string, () => Promise<ExplainFormat>>>

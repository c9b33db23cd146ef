import type { DeadlineFormat } from './format.ts'

export const deadlineFormats = {
  text: async () => (await import('./text.ts')).deadlineText,
  json: async () => (await import('./json.ts')).deadlineJson,
  ics: async () => (await import('./ics.ts')).deadlineIcs,
} as const satisfies Readonly<Record<string, () => Promise<DeadlineFormat>>>

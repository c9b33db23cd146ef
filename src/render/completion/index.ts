import type { CompletionFormat } from './words.ts'

export const completionFormats = {
  bash: async () => (await import('./bash.ts')).bashCompletion,
  powershell: async () => (await import('./powershell.ts')).powershellCompletion,
} as const satisfies Readonly<Record<string, () => Promise<CompletionFormat>>>

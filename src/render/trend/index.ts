import type { TrendFormat } from './format.ts'

export const trendFormats = {
  text: { extensions: ['.txt'], load: async () => (await import('./text.ts')).trendText },
  json: { extensions: ['.json'], load: async () => (await import('./json.ts')).trendJson },
  html: {
    extensions: ['.html', '.htm'],
    files: ['trend.html'],
    load: async () => (await import('./html.ts')).trendHtml,
  },
} as const satisfies Readonly<Record<string, TrendFormat>>

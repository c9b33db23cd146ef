import type { TableFormat } from './format.ts'

/** In the order help lists them. json is a document of its own: see json.ts. */
export const tableFormats = {
  text: {
    extensions: ['.txt'],
    load: async () => (await import('./text.ts')).renderText,
  },
  html: {
    extensions: ['.html', '.htm'],
    files: ['report.html'],
    load: async () => (await import('./html.ts')).renderHtml,
  },
  md: {
    extensions: ['.md', '.markdown'],
    load: async () => (await import('./md.ts')).renderMarkdown,
  },
  csv: {
    extensions: ['.csv'],
    load: async () => (await import('./csv.ts')).renderCsv,
  },
  xlsx: {
    extensions: ['.xlsx'],
    files: ['form.xlsx'],
    load: async () => (await import('./xlsx.ts')).renderXlsx,
  },
  docx: {
    extensions: ['.docx'],
    files: ['form.docx'],
    load: async () => (await import('./docx.ts')).renderDocx,
  },
  pdf: {
    extensions: ['.pdf'],
    files: ['fonts/NotoSerifSC.ttf', 'fonts/NotoSansSC.ttf'],
    load: async () => (await import('./pdf.ts')).renderPdf,
  },
} as const satisfies Readonly<Record<string, TableFormat>>

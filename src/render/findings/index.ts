import type { Case } from '../../model/case.ts'
import type { Finding } from '../../model/finding.ts'
import type { LogSummary } from '../../model/log.ts'
import type { Look } from '../../model/look.ts'
import type { ReadRow, RowSource } from '../../model/read-row.ts'
import type { RuleText } from '../../model/rule-text.ts'
import type { RunHead, RunSummary } from '../../model/run.ts'

/**
 * Is told of a run as it goes and returns the text to print now, often ''. The findings of a log come
 * before its summary; `end` is called once, last.
 */
export interface Reporter {
  readonly finding: (finding: Finding) => string
  readonly log: (summary: LogSummary) => string
  readonly end: (summary: RunSummary) => string
}

export type FindingsFormat = (head: RunHead, look: Look) => Reporter

/** The same of a file that is made in one piece at the end; it is told of the logs' rows and cases, too. */
export interface FindingsBook {
  readonly finding: (finding: Finding) => void
  readonly log: (summary: LogSummary) => void
  readonly row: (row: ReadRow, source: RowSource) => void
  readonly case: (c: Case) => void
  readonly end: (summary: RunSummary) => Promise<Uint8Array>
}

export interface BookMaterial {
  readonly head: RunHead
  /** What each rule says of itself. */
  readonly rules: readonly RuleText[]
  /** Of the file under templates/ that the format asks for. */
  readonly skeleton: string
}

export type BookFormat = (material: BookMaterial) => FindingsBook

export const findingsFormats = {
  text: { extensions: ['.txt'], load: async () => (await import('./text.ts')).textReporter },
  json: { extensions: ['.json'], load: async () => (await import('./json.ts')).jsonReporter },
  csv: { extensions: ['.csv'], load: async () => (await import('./csv.ts')).csvReporter },
} as const satisfies Readonly<
  Record<string, { readonly extensions: readonly string[]; readonly load: () => Promise<FindingsFormat> }>
>

/** Of which nothing can be written before the last finding is known. */
export const bookFormats = {
  xlsx: { extensions: ['.xlsx'], load: async () => (await import('./xlsx.ts')).findingsXlsx },
  html: {
    extensions: ['.html', '.htm'],
    skeleton: 'findings.html',
    load: async () => (await import('./html.ts')).findingsHtml,
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly extensions: readonly string[]
      readonly skeleton?: string
      readonly load: () => Promise<BookFormat>
    }
  >
>

import type { CaseType } from '../../model/case-type.ts'
import type { IsoDate } from '../../model/date.ts'
import type { RuleText } from '../../model/rule-text.ts'

/** What an empty ledger is made of. */
export interface EmptyLedger {
  readonly unit: string | null
  readonly types: readonly CaseType[]
  /** Columns of the unit's own behind those of the form; kept in the ledger, never printed. */
  readonly ownColumns: readonly string[]
  /** The rules that read single cells, for what to write where. */
  readonly rules: readonly RuleText[]
  readonly madeOn: IsoDate
}

/** `files`: those of templates/ that the format asks for, by name. */
export type EntryFormat = (
  entry: EmptyLedger,
  files: ReadonlyMap<string, Uint8Array>,
) => string | Uint8Array | Promise<Uint8Array>

export type EntryFormatName = keyof typeof entryFormats

export const entryFormats = {
  xlsx: { extensions: ['.xlsx'], load: async () => (await import('./xlsx.ts')).entryXlsx },
  csv: { extensions: ['.csv'], load: async () => (await import('./columns.ts')).entryCsv },
  docx: {
    extensions: ['.docx'],
    files: ['form.docx'],
    load: async () => (await import('./docx.ts')).entryDocx,
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly extensions: readonly string[]
      readonly files?: readonly string[]
      readonly load: () => Promise<EntryFormat>
    }
  >
>

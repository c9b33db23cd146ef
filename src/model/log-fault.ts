import type { Column, Layout } from './case.ts'
import type { CaseType } from './case-type.ts'

/** The row that comes nearest to a heading: the cells that read as one, and the others. */
export interface NearestRow {
  /** Of a workbook with several. */
  readonly sheet?: string
  readonly row: number
  readonly line: number
  readonly named: readonly string[]
  readonly others: readonly string[]
}

/** Text that is no log, and known all the same; most of it ipcase writes itself. */
export type ForeignText = 'report-json' | 'own-json' | 'receipt' | 'json' | 'markdown'

/** A fault of the log itself, found while reading it; the rule of the same id words it. */
export type LogFault =
  | {
      readonly rule: 'heading-row-not-found'
      readonly isEmpty: boolean
      readonly nearest?: NearestRow
      /** What the file is instead. */
      readonly is?: ForeignText
    }
  | { readonly rule: 'heading-missing'; readonly column: Column }
  | { readonly rule: 'optional-heading-missing'; readonly column: Column }
  | { readonly rule: 'heading-duplicate'; readonly column: Column; readonly headings: readonly string[] }
  | { readonly rule: 'heading-unknown'; readonly headings: readonly string[] }
  | { readonly rule: 'undecodable-text'; readonly text: string }
  | { readonly rule: 'quote-unclosed'; readonly text: string }
  | { readonly rule: 'quote-swallows-rows'; readonly text: string; readonly lines: number }
  | { readonly rule: 'quote-stray'; readonly text: string }
  | { readonly rule: 'row-in-one-cell'; readonly text: string }
  | { readonly rule: 'rows-above-heading'; readonly text: string; readonly heading: number }
  | {
      readonly rule: 'row-too-long'
      readonly beyond: readonly string[]
      readonly workbook: boolean
      /** Nothing stands beyond, but a cell is too many, and this one holds the end of the address before it. */
      readonly cut?: string
    }
  | { readonly rule: 'row-too-short'; readonly cells: number; readonly headings: number }
  | { readonly rule: 'cases-left-out'; readonly words: string; readonly type: CaseType | null }
  | { readonly rule: 'unit-missing' }
  | { readonly rule: 'unit-conflict'; readonly units: readonly string[] }
  | { readonly rule: 'unit-unknown'; readonly unit: string }
  /** None: nothing says whose the file is. */
  | { readonly rule: 'unit-ambiguous'; readonly candidates: readonly string[] }
  | {
      readonly rule: 'unit-returned-twice'
      readonly unit: string
      readonly other: string
      /** Of the cases of the file that has fewer, how many stand in the other. */
      readonly cases: number
      readonly repeated: number
    }
  | {
      readonly rule: 'explanation-empty'
      readonly of: string
      readonly words: string
      /** Errors are mended, not explained. */
      readonly isError: boolean
    }
  | {
      readonly rule: 'explanation-unused'
      readonly of: string
      readonly about: string
      readonly words: string
      /** Its finding is still there, with other values than were explained. */
      readonly isChanged: boolean
    }

export type LogFaultId = LogFault['rule']

/**
 * Behind each of them rows stand that were not read, or not as they were written. What is not known cannot be made
 * known by calling it less: these rules can be neither lowered nor switched off, and no return with one is a nil one.
 */
const unreadRows: ReadonlySet<string> = new Set<LogFaultId>([
  'heading-row-not-found',
  'heading-missing',
  'undecodable-text',
  'quote-unclosed',
  'quote-swallows-rows',
  'row-in-one-cell',
  'rows-above-heading',
])

export function meansUnreadRows(rule: string): boolean {
  return unreadRows.has(rule)
}

/** Where in the log a fault stands: nothing for the whole log, a line, or a cell of it. */
export interface Place {
  readonly layout: Layout
  readonly line?: number
  /** The row a spreadsheet shows. */
  readonly row?: number
  /** The cell's index in its row. */
  readonly index?: number
}

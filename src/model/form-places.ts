import type { Column } from './case.ts'
import type { IsoDate } from './date.ts'

/** A part of a text that the name of a field takes the place of: the blank behind 填报单位：, or 年 月 日. */
export interface FieldPlace {
  readonly field: 'unit' | 'date'
  readonly start: number
  readonly end: number
}

/** A text of a form, a cell's or a paragraph's, and what is to be written into it. */
export interface FieldText {
  readonly text: string
  /** In a sheet or table; a paragraph before a table has none. Counted from 1. */
  readonly cell?: { readonly row: number; readonly column: number }
  readonly fields: readonly FieldPlace[]
}

/** Where a form without markers takes what, found in it as in a log. Rows and columns are counted from 1. */
export interface FormPlaces {
  /** The sheet's name; of a Word file 表1, 表2 … in the order of the text. */
  readonly sheet: string
  readonly columns: Readonly<Partial<Record<Column, number>>>
  /** The first row below the heading: every case is written as it looks. */
  readonly pattern: number
  /** Pre-printed rows below it that are no cases. */
  readonly preprinted: readonly number[]
  /** Blank rows among or below these. */
  readonly blank: readonly number[]
  /** The first row that is neither; absent where the table ends with the sheet. */
  readonly end?: number
  /** A row that reads as a case: this is a return, not a form. */
  readonly caseRow?: number
  readonly texts: readonly FieldText[]
  /** What stands already behind 填报单位： and 时间：, where nothing is to be written over it. */
  readonly filled: { readonly unit?: string; readonly date?: IsoDate }
}

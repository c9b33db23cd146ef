import { columns, headings } from '../../model/case.ts'
import type { CaseType } from '../../model/case-type.ts'
import { chineseDate } from '../../model/date.ts'
import {
  leftOutWords,
  nilWords,
  noneReadWords,
  noneReceivedWords,
  noneWords,
  unreadWords,
  untypedWords,
} from '../../model/left-out-words.ts'
import type { Section, Table, TableRow } from '../../model/table.ts'
import { printable } from '../printable.ts'

/** Of the column that a table of many units has besides the form's. */
export const unitHeading = '填报单位'

export const headingTexts: readonly string[] = columns.map((column) => headings[column])

export function urlText(row: Pick<TableRow, 'links' | 'linkWords'>): string | null {
  return [...row.links, ...row.linkWords].join('；') || null
}

/** The nine cells of a case as every format shows them; '' where nothing stands. */
export function cellTexts(row: TableRow): readonly string[] {
  return [
    String(row.serial),
    row.type,
    row.caseNumber,
    row.filed,
    row.closed,
    row.outcome,
    row.published,
    urlText(row),
    row.remark,
  ].map((text) => printable(text ?? ''))
}

export function unitText(table: Table): string {
  return `填报单位：${printable(table.unit ?? '')}`
}

export function dateText(table: Table): string {
  return `时间：${chineseDate(table.date)}`
}

export type TableLine =
  | { readonly kind: 'case'; readonly row: TableRow; readonly cells: readonly string[] }
  /** What stands for a type instead of its cases, or behind them: 无, 未列入 2 件. */
  | { readonly kind: 'empty'; readonly type: CaseType; readonly cells: readonly string[] }
  /** One sentence across all nine columns: that there was no case, or what is missing. */
  | { readonly kind: 'nil'; readonly text: string }

function wordsLine(type: CaseType, words: string): TableLine {
  const cells = columns.map((column) => (column === 'type' ? type : column === 'caseNumber' ? words : ''))
  return { kind: 'empty', type, cells }
}

function sectionLines({ type, rows, leftOut }: Section, none: string): readonly TableLine[] {
  const cases = rows.map((row): TableLine => ({ kind: 'case', row, cells: cellTexts(row) }))
  if (leftOut > 0) return [...cases, wordsLine(type, leftOutWords(leftOut))]
  return rows.length === 0 ? [wordsLine(type, none)] : cases
}

/** What is missing from the form and belongs to no type of it. */
function gaps({ untyped, unread }: Table): readonly string[] {
  return [...(untyped > 0 ? [untypedWords(untyped)] : []), ...(unread > 0 ? [unreadWords(unread)] : [])]
}

/** What a type without a case says: the less is known of what was not read, the less it claims. */
function noneIn({ isIncomplete = false, unread, untyped }: Table): string {
  if (isIncomplete) return noneReceivedWords
  return unread > 0 || untyped > 0 ? noneReadWords : noneWords
}

/** A nil return says so first, then shows every type as empty; a form with gaps names them last. */
export function tableLines(table: Table): readonly TableLine[] {
  const none = noneIn(table)
  const sentences = (texts: readonly string[]) => texts.map((text): TableLine => ({ kind: 'nil', text }))
  return [
    ...sentences(table.nil ? [nilWords] : []),
    ...table.sections.flatMap((section) => sectionLines(section, none)),
    ...sentences(gaps(table)),
  ]
}

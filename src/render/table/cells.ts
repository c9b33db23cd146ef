import { columns, headings } from '../../model/case.ts'
import type { CaseType } from '../../model/case-type.ts'
import { chineseDate } from '../../model/date.ts'
import type { Table, TableRow } from '../../model/table.ts'
import { printable } from './printable.ts'

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

export const nilText = '本期无案件'

function emptyTypeTexts(type: CaseType): readonly string[] {
  return columns.map((column) => {
    if (column === 'type') return type
    return column === 'caseNumber' ? '无' : ''
  })
}

export type Line =
  | { readonly kind: 'case'; readonly row: TableRow; readonly cells: readonly string[] }
  | { readonly kind: 'empty'; readonly type: CaseType; readonly cells: readonly string[] }
  /** One sentence across all nine columns. */
  | { readonly kind: 'nil'; readonly text: string }

/** A nil return says so first, then shows every type as empty. */
export function tableLines(table: Table): readonly Line[] {
  const nil: readonly Line[] = table.nil ? [{ kind: 'nil', text: nilText }] : []
  return [
    ...nil,
    ...table.sections.flatMap(({ type, rows }): readonly Line[] =>
      rows.length === 0
        ? [{ kind: 'empty', type, cells: emptyTypeTexts(type) }]
        : rows.map((row) => ({ kind: 'case', row, cells: cellTexts(row) })),
    ),
  ]
}

import type { CaseType } from './case-type.ts'
import type { IsoDate } from './date.ts'
import type { Outcome } from './outcome.ts'

export interface Links {
  /** Ready to open: a missing scheme is filled in, a trailing 。 removed. */
  readonly links: readonly string[]
  /** Words where a link belongs, such as 国家企业信用信息公示系统. */
  readonly words: readonly string[]
  /** Links with a scheme other than http and https. */
  readonly unsafe: readonly string[]
}

/** The form's nine columns in its order: English keys for scripts, the printed headings for people. */
export const headings = {
  serial: '序号',
  type: '案件类型',
  caseNumber: '案件编号',
  filed: '立案时间',
  closed: '结案时间',
  outcome: '结案方式',
  published: '是否公开',
  url: '公开网址',
  remark: '备注',
} as const

export type Column = keyof typeof headings

export const columns = Object.keys(headings) as readonly Column[]

/** 尚未: to be published, not yet (拟公开, 公示中); 否 in the table. */
export type Published = '是' | '否' | '尚未'

/** null: the cell is blank (or holds a stand-in like `/`). undefined: something stands there that cannot be read. */
export type Reading<T> = T | null | undefined

/** What a ledger often holds beside the form's columns: read for the rules, never printed as a column. */
export const factHeadings = { decided: '决定日期', filingNumber: '立案号' } as const

export type Fact = keyof typeof factHeadings

/** What notices ask to be summed or picked out of ledgers, and no form has a column for. */
export type LedgerColumn = 'value' | 'fined' | 'typical'

/** Where the log keeps the form's columns: index in the row (absent: no such column) and the heading as written. */
export interface Layout {
  readonly path: string
  readonly sheet?: string
  /** A Word file or page: nobody sees the numbers of its rows. */
  readonly isDocument?: true
  readonly index: Readonly<Partial<Record<Column, number>>>
  /** Absent where the log has none of them. */
  readonly facts?: Readonly<Partial<Record<Fact, number>>>
  /** With the heading as written: it may say 万元. Absent where the log has none of them. */
  readonly ledger?: Readonly<
    Partial<Record<LedgerColumn, { readonly index: number; readonly heading: string }>>
  >
  readonly heading: Readonly<Partial<Record<Column, string>>>
}

export interface Case {
  readonly layout: Layout
  readonly line: number
  /** The row a spreadsheet shows it in. */
  readonly row: number
  /** What the clerk wrote, trimmed; '' where nothing stands. */
  readonly text: Readonly<Record<Column, string>>
  readonly serial: Reading<number>
  readonly type: Reading<CaseType>
  readonly caseNumber: Reading<string>
  readonly filed: Reading<IsoDate>
  readonly closed: Reading<IsoDate>
  readonly outcome: Reading<Outcome>
  readonly published: Reading<Published>
  readonly url: Reading<Links>
  readonly remark: Reading<string>
  /** The day of the decision; null also where the log has no column for it. */
  readonly decided: Reading<IsoDate>
  /** As written; '' also where the log has no column for it. */
  readonly decidedText: string
  /** 立案号, 受理号 in a column beside the 文号. */
  readonly filingNumber: Reading<string>
  /** 案值, 罚没金额, 典型案例 as written; absent where the log has no such column. */
  readonly ledger?: Readonly<Partial<Record<LedgerColumn, string>>> | undefined
  /** Cells of several lines that were read as one, as they stand. */
  readonly joined?: Readonly<Partial<Record<'caseNumber' | 'outcome', string>>> | undefined
  /** Columns that reading has already found fault with, as bits of `columnBit`; `everyColumn` for a broken row. */
  readonly faulty: number
}

export const columnBit = Object.fromEntries(columns.map((column, bit) => [column, 1 << bit])) as Readonly<
  Record<Column, number>
>

export const everyColumn = (1 << columns.length) - 1

/** Contract: 结案时间 is filled and 结案方式 is not an open word. */
export function isClosed(c: Case): boolean {
  return c.closed !== null && c.outcome?.state !== 'open'
}

/** Decided, and open for the money alone: 待执行, 未缴款. */
export function isAwaitingExecution({ text, decided }: Case): boolean {
  return Boolean(decided) || /待执行|未执行|未缴|待缴|分期缴|催告|强制执行/.test(text.remark)
}

/** 不予立案, 不予受理, and neither number nor decision: a ledger may keep the row, but there was no case. */
export function isNoCase({ outcome, caseNumber, decided }: Case): boolean {
  return outcome?.state === 'no-case' && caseNumber === null && decided === null
}

/** By name, not by a key that varies: every cell of every log passes here. */
export function someCell(text: Case['text'], test: (cell: string) => boolean): boolean {
  return (
    test(text.serial) ||
    test(text.type) ||
    test(text.caseNumber) ||
    test(text.filed) ||
    test(text.closed) ||
    test(text.outcome) ||
    test(text.published) ||
    test(text.url) ||
    test(text.remark)
  )
}

export function isComplete({
  serial,
  type,
  caseNumber,
  filed,
  closed,
  outcome,
  published,
  url,
  remark,
  decided,
}: Case): boolean {
  const isRead = serial !== undefined && remark !== undefined && decided !== undefined
  const isFilled = Boolean(type && caseNumber && filed && closed && outcome?.state === 'closed')
  const isLinked = Boolean(url && url.links.length > 0 && url.words.length === 0 && url.unsafe.length === 0)
  return isRead && isFilled && published === '是' && isLinked
}

import { type Case, headings } from '../../src/model/case.ts'
import { type CaseType, caseTypes } from '../../src/model/case-type.ts'
import { day } from '../../src/model/date.ts'
import { readOutcome, resultOf } from '../../src/model/outcome.ts'
import { isConfirmed, isDismissedAsInvalid } from '../../src/model/remark-words.ts'
import type { Table, TableRow } from '../../src/model/table.ts'
import type { Missing } from '../../src/table/tabulate.ts'

const blankText = Object.fromEntries(Object.keys(headings).map((column) => [column, ''])) as Case['text']

/** A case as reading gives it; without more it is an open trademark case without a number. */
export function caseOf(parts: Partial<Case> = {}): Case {
  return {
    layout: { path: 'cases.csv', index: {}, heading: {} },
    line: 2,
    row: 2,
    text: blankText,
    serial: null,
    type: '商标侵权',
    caseNumber: null,
    filed: day('2024-03-05'),
    closed: null,
    outcome: null,
    published: null,
    url: null,
    remark: null,
    decided: null,
    decidedText: '',
    filingNumber: null,
    faulty: 0,
    ...parts,
  }
}

/** A closed outcome in the clerk's words. */
export function closedWith(words: string): Pick<Case, 'outcome' | 'text'> {
  return { outcome: { state: 'closed', canonical: words }, text: { ...blankText, outcome: words } }
}

export const nothingMissing: Missing = { leftOut: [], said: [], unread: 0 }

export type RowParts = Partial<Omit<TableRow, 'serial' | 'type' | 'filed' | 'closed'>> & {
  readonly filed?: string
  readonly closed?: string
}

function rowOf(type: CaseType, { filed, closed, ...parts }: RowParts, serial: number): TableRow {
  const open = parts.open ?? closed === undefined
  const cells = { outcome: parts.outcome ?? '', remark: parts.remark ?? '' }
  const result = resultOf(readOutcome(type, cells.outcome))
  return {
    serial,
    type,
    caseNumber: null,
    filed: filed === undefined ? null : day(filed),
    closed: closed === undefined ? null : day(closed),
    outcome: null,
    published: null,
    links: [],
    linkWords: [],
    remark: null,
    open,
    carried: false,
    result: open ? null : result,
    confirmed: !open && isConfirmed(cells),
    invalidated: !open && type === '专利侵权裁决' && isDismissedAsInvalid(cells, result),
    source: { path: '台账.csv', line: serial + 1 },
    ...parts,
  }
}

/** The form of the notice, filled in on 2024-06-07; types that are not given have no case. */
export function tableOf(
  rows: Partial<Record<CaseType, readonly RowParts[]>>,
  head: Partial<Table> = {},
): Table {
  const sections = caseTypes.map((type) => ({
    type,
    rows: (rows[type] ?? []).map((parts, index) => rowOf(type, parts, index + 1)),
    leftOut: 0,
  }))
  return {
    label: '附件',
    title: '知识产权行政案件统计表',
    unit: '凌源市市场监督管理局（知识产权局）',
    date: day('2024-06-07'),
    period: { name: 'all', from: null, to: day('2024-06-07') },
    sections,
    note: '注：请按案件类型分别编写序号。案件类型包括：专利侵权裁决/专利纠纷调解/商标侵权/假冒专利/地理标志和官方标志（行政调解司法确认/专利无效后裁驳案件，在备注中注明）。',
    untyped: 0,
    unread: 0,
    nil: sections.every((section) => section.rows.length === 0),
    ...head,
  }
}

import { type Case, isClosed } from '../model/case.ts'
import type { CaseType } from '../model/case-type.ts'
import type { IsoDate } from '../model/date.ts'
import type { LeftOutCase } from '../model/report.ts'
import type { Period, Section, Table, TableRow } from '../model/table.ts'
import { atPeriodEnd } from './period-end.ts'

export interface TableHead {
  readonly form: { readonly label: string | null; readonly title: string; readonly note: string }
  readonly types: readonly CaseType[]
  readonly unit: string | null
  readonly date: IsoDate
  readonly period: Period
  /** input: as the logs and their rows stand. filed: by 立案时间, blank ones last. */
  readonly sort: 'input' | 'filed'
  /** What is missing from the table: with faulty cases left out nobody may say there was no case. */
  readonly leftOut: readonly Pick<LeftOutCase, 'reason'>[]
}

/** Where a cell cannot be read the clerk's words stand, should a turned-off rule let it through. */
function words(reading: string | null | undefined, text: string): string | null {
  return reading === undefined ? text : reading
}

function rowOf(c: Case, type: CaseType, serial: number): TableRow {
  const { path, sheet } = c.layout
  return {
    serial,
    type,
    caseNumber: words(c.caseNumber, c.text.caseNumber),
    filed: c.filed ?? null,
    closed: c.closed ?? null,
    outcome: c.outcome === null ? null : c.text.outcome,
    published: c.published === '尚未' ? '否' : (c.published ?? null),
    links: c.url?.links ?? [],
    linkWords: c.url === undefined ? [c.text.url] : [...(c.url?.words ?? []), ...(c.url?.unsafe ?? [])],
    remark: words(c.remark, c.text.remark),
    open: !isClosed(c),
    source: { path, ...(sheet !== undefined && { sheet }), line: c.line },
  }
}

function byFiled(a: Case, b: Case): number {
  const [first, second] = [a.filed ?? '9999-99-99', b.filed ?? '9999-99-99']
  if (first === second) return 0
  return first < second ? -1 : 1
}

function sectionOf(type: CaseType, cases: readonly Case[], sort: TableHead['sort']): Section {
  const own = cases.filter((c) => c.type === type)
  const ordered = sort === 'filed' ? own.toSorted(byFiled) : own
  return { type, rows: ordered.map((c, index) => rowOf(c, type, index + 1)) }
}

/** The table of the cases that `sift` kept, as they stood on the period's last day. */
export function tabulate(cases: readonly Case[], head: TableHead): Table {
  const { form, types, unit, date, period, sort, leftOut } = head
  const then = cases.map((c) => atPeriodEnd(c, period.to))
  const sections = types.map((type) => sectionOf(type, then, sort))
  return {
    label: form.label,
    title: form.title,
    unit,
    date,
    period,
    sections,
    note: form.note,
    nil: sections.every(({ rows }) => rows.length === 0) && !leftOut.some(({ reason }) => reason === 'rule'),
  }
}

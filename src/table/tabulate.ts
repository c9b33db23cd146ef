import { type Case, isClosed } from '../model/case.ts'
import { type CaseType, caseTypes, isOtherCaseType } from '../model/case-type.ts'
import type { IsoDate } from '../model/date.ts'
import type { LeftOutCount } from '../model/log.ts'
import { resultOf } from '../model/outcome.ts'
import { isConfirmed, isDismissedAsInvalid } from '../model/remark-words.ts'
import type { LeftOutCase } from '../model/report.ts'
import type { Period, Section, Table, TableRow } from '../model/table.ts'
import { atPeriodEnd, isCarried } from './period.ts'

/** What is missing from the table: with faulty cases left out nobody may say there was no case. */
export interface Missing {
  readonly leftOut: readonly Pick<LeftOutCase, 'reason' | 'type'>[]
  /** What the logs, forms themselves, say to be missing from them. */
  readonly said: readonly LeftOutCount[]
  /** Logs that were not read, or not to their end. */
  readonly unread: number
}

export interface TableHead {
  readonly form: { readonly label: string | null; readonly title: string; readonly note: string }
  readonly types: readonly CaseType[]
  readonly unit: string | null
  readonly date: IsoDate
  readonly period: Period
  /** input: as the logs and their rows stand. filed: by 立案时间, blank ones last. */
  readonly sort: 'input' | 'filed'
  readonly missing: Missing
  /** Whether a case is 上期结转; by its filing day, where nobody knows better. */
  readonly isCarried?: (c: Case) => boolean
}

/** Where a cell cannot be read the clerk's words stand, should a turned-off rule let it through. */
function words(reading: string | null | undefined, text: string): string | null {
  return reading === undefined ? text : reading
}

function countedAs(c: Case, type: CaseType): Pick<TableRow, 'result' | 'confirmed' | 'invalidated'> {
  if (!isClosed(c)) return { result: null, confirmed: false, invalidated: false }
  const result = resultOf(c.outcome)
  const invalidated = type === '专利侵权裁决' && isDismissedAsInvalid(c.text, result)
  return { result, confirmed: isConfirmed(c.text), invalidated }
}

function rowOf(c: Case, type: CaseType, carried: boolean): Omit<TableRow, 'serial'> {
  const { path, sheet } = c.layout
  return {
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
    carried,
    ...countedAs(c, type),
    source: { path, ...(sheet !== undefined && { sheet }), line: c.line },
  }
}

function byFiled(a: Case, b: Case): number {
  const [first, second] = [a.filed ?? '9999-99-99', b.filed ?? '9999-99-99']
  if (first === second) return 0
  return first < second ? -1 : 1
}

function sectionOf(type: CaseType, cases: readonly Case[], head: TableHead): Section {
  const { sort, period, missing, isCarried: isKnownCarried } = head
  const own = cases.filter((c) => c.type === type)
  const ordered = sort === 'filed' ? own.toSorted(byFiled) : own
  const rows = ordered.map((c, index) => {
    const carried = isKnownCarried?.(c) ?? isCarried(c, period)
    return { serial: index + 1, ...rowOf(atPeriodEnd(c, period.to), type, carried) }
  })
  return { type, rows, leftOut: missingFrom(missing, (one) => one === type) }
}

function missingFrom({ leftOut, said }: Missing, isOne: (type: string | null) => boolean): number {
  const own = leftOut.filter(({ reason, type }) => reason === 'rule' && isOne(type)).length
  return said.reduce((sum, { type, cases }) => sum + (isOne(type) ? (cases ?? 0) : 0), own)
}

function isUntyped(type: string | null): boolean {
  if (type === null) return true
  return !(caseTypes as readonly string[]).includes(type) && !isOtherCaseType(type)
}

/** The table of the cases that `sift` kept, as they stood on the period's last day. */
export function tabulate(cases: readonly Case[], head: TableHead): Table {
  const { form, types, unit, date, period, missing } = head
  const sections = types.map((type) => sectionOf(type, cases, head))
  const untyped = missingFrom(missing, isUntyped)
  const unread = missing.unread
  const isWhole = unread === 0 && missing.said.length === 0
  return {
    label: form.label,
    title: form.title,
    unit,
    date,
    period,
    sections,
    note: form.note,
    untyped,
    unread,
    nil:
      isWhole &&
      sections.every(({ rows }) => rows.length === 0) &&
      !missing.leftOut.some(({ reason }) => reason === 'rule'),
  }
}

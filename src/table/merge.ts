import type { UnitTotals } from '../model/collected.ts'
import type { Section, Statistics, Table, TableRow, Totals } from '../model/table.ts'
import { totalsOf } from './totals.ts'

/** Of a table that is handed on: the cases are what it is for, but nobody needs a number out of a remark. */
export function withMaskedRemarks(
  { table, ...others }: Statistics,
  masked: (text: string) => string,
): Statistics {
  const sections = table.sections.map((section) => ({
    ...section,
    rows: section.rows.map((row) => ({ ...row, remark: row.remark && masked(row.remark) })),
  }))
  return { ...others, table: { ...table, sections } }
}

export interface UnitTable {
  readonly unit: string
  readonly table: Table
}

export interface MergedHead extends Omit<Table, 'sections' | 'untyped' | 'unread' | 'nil' | 'isIncomplete'> {
  readonly sort: 'input' | 'filed'
  /** Logs of nobody, or of a unit that none of the tables is of. */
  readonly unread: number
  /** A unit that was expected is not there, or not whole. */
  readonly isIncomplete: boolean
}

function filedDay({ filed }: TableRow): string {
  return filed ?? '9999-99-99'
}

function byFiled({ row: one }: OwnedRow, { row: other }: OwnedRow): number {
  const [first, second] = [filedDay(one), filedDay(other)]
  return first === second ? 0 : first < second ? -1 : 1
}

interface OwnedRow {
  readonly unit: string
  readonly row: TableRow
}

function mergedSection(units: readonly UnitTable[], at: number, sort: MergedHead['sort']): Section[] {
  const type = units[0]?.table.sections[at]?.type
  if (type === undefined) return []
  const owned = units.flatMap(({ unit, table }) =>
    (table.sections[at]?.rows ?? []).map((row): OwnedRow => ({ unit, row })),
  )
  const ordered = sort === 'filed' ? owned.toSorted(byFiled) : owned
  return [
    {
      type,
      rows: ordered.map(({ unit, row }, index) => ({ ...row, unit, serial: index + 1 })),
      leftOut: units.reduce((sum, { table }) => sum + (table.sections[at]?.leftOut ?? 0), 0),
    },
  ]
}

/** One table of many, the units in their order: their own rows, numbered anew in each type. */
export function mergeTables(
  units: readonly UnitTable[],
  { sort, unread, isIncomplete, ...head }: MergedHead,
): { readonly table: Table; readonly totals: Totals; readonly byUnit: readonly UnitTotals[] } {
  const types = units[0]?.table.sections ?? []
  const sections = types.flatMap((_, at) => mergedSection(units, at, sort))
  const table: Table = {
    ...head,
    sections,
    untyped: units.reduce((sum, one) => sum + one.table.untyped, 0),
    unread: units.reduce((sum, one) => sum + one.table.unread, unread),
    isIncomplete: isIncomplete || unread > 0,
    nil: !isIncomplete && unread === 0 && units.every((one) => one.table.nil),
  }
  const byUnit = units.map(({ unit, table: own }) => ({ unit, ...totalsOf(own) }))
  return { table, totals: totalsOf(table), byUnit }
}

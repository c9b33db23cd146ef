import type { UnitTotals } from '../model/collected.ts'
import type { Section, Table, TableRow, Totals } from '../model/table.ts'
import { totalsOf } from './totals.ts'

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

function byFiled(one: TableRow, other: TableRow): number {
  const [first, second] = [one.filed ?? '9999-99-99', other.filed ?? '9999-99-99']
  return first === second ? 0 : first < second ? -1 : 1
}

function mergedSection(units: readonly UnitTable[], at: number, sort: MergedHead['sort']): Section[] {
  const own = units.flatMap(({ unit, table }) => {
    const section = table.sections[at]
    return section === undefined ? [] : [{ unit, section }]
  })
  const [first] = own
  if (first === undefined) return []
  const rows = own.flatMap(({ unit, section }) => section.rows.map((row) => ({ ...row, unit })))
  const ordered = sort === 'filed' ? rows.toSorted(byFiled) : rows
  return [
    {
      type: first.section.type,
      rows: ordered.map((row, index) => ({ ...row, serial: index + 1 })),
      leftOut: own.reduce((sum, { section }) => sum + section.leftOut, 0),
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

import type { City, UnitReturn } from '../../model/collected.ts'
import type { Sum } from '../../model/desk-lists.ts'
import type { Totals } from '../../model/table.ts'
import { printable } from '../printable.ts'
import {
  medianHeading,
  nameHeading,
  numberHeadings,
  outcomesHeading,
  type TotalsLine,
  totalsLines,
} from '../table/totals.ts'
import { reviewTable, typicalTable, unpublishedTable } from './lists.ts'
import { mendedTable } from './mended.ts'
import { arrivalText, statusText, unitName } from './words.ts'

export type CityCell = string | number

/** What the desk is told beside the form: one table for the screen, the page and the workbook alike. */
export interface CityTable {
  /** As an anchor in a page. */
  readonly id: string
  readonly title: string
  readonly headings: readonly string[]
  /** A number stands in a cell as a number. */
  readonly rows: readonly (readonly CityCell[])[]
  /** What the table cannot say. */
  readonly note?: string
  /** Of which no line may be missing; its last column may, where there is no room. */
  readonly isRoster?: true
  /** Too long for a screen: a page or a workbook has it. */
  readonly isLong?: true
}

function rosterRow(one: UnitReturn): readonly CityCell[] {
  const { logs, cases, kept, counts, explained, paths } = one
  const known = [cases.length, kept.length, counts.error, counts.warning, counts.note, explained.length]
  // What has not come, or could not be read, is no 0.
  const numbers = logs.length > 0 ? known : known.map(() => '—')
  const files = paths.map((path) => path.slice(path.lastIndexOf('/') + 1))
  return [unitName(one), statusText(one), arrivalText(one), ...numbers, printable(files.join('、'))]
}

function rosterTable({ units, round }: City): CityTable {
  const isAssumed = units.some(({ receivedFrom }) => receivedFrom === 'file' || receivedFrom === 'form')
  const due = round === null ? '' : `本期 ${round.id} 的截止日是 ${round.due}。`
  const assumed = isAssumed
    ? '“推定”的收到日期取自表上的时间或文件的日期；有收文登记的，用 --received 写明。'
    : ''
  return {
    id: 'roster',
    title: '各单位报送情况',
    headings: ['单位', '状态', '收到', '案件', '列入', '错误', '警告', '提示', '说明', '文件'],
    rows: units.map(rosterRow),
    note: `${due}${assumed}`,
    isRoster: true,
  }
}

/** Who has handed in, and what has become of what was sent back: before the form. */
export function rosterTables(city: City): readonly CityTable[] {
  return [rosterTable(city), ...mendedTable(city)]
}

/** In the table: of whom nothing was read there is no row of zeros. */
function shownUnits({ units, byUnit }: City) {
  const there = new Set(units.filter(({ logs }) => logs.length > 0).map(({ unit }) => unit))
  return byUnit.filter(({ unit }) => there.has(unit))
}

function matrixRow(name: string, { byType, all }: Totals, line: TotalsLine | undefined) {
  const numbers = line?.numbers ?? []
  return [
    name,
    ...byType.map(({ cases }) => cases),
    all.cases,
    ...numbers,
    line?.median ?? '',
    line?.outcomes ?? '',
  ]
}

function sumLine(totals: Totals): TotalsLine | undefined {
  return totalsLines(totals).at(-1)
}

/** A line a unit, the types side by side, and the figures of the report's own 汇总. */
function unitsTable(city: City, totals: Totals): CityTable {
  const types = totals.byType.map(({ type }) => type)
  return {
    id: 'units',
    title: '各单位汇总',
    headings: ['单位', ...types, '合计', ...numberHeadings, medianHeading, outcomesHeading],
    rows: [
      ...shownUnits(city).map((one) => matrixRow(printable(one.unit), one, sumLine(one))),
      matrixRow('合计', totals, sumLine(totals)),
    ],
  }
}

/** Unit by unit the lines of its own report. */
function unitTypesTable(city: City): CityTable {
  const rows = shownUnits(city).flatMap((one) =>
    totalsLines(one).map(({ name, numbers, median, outcomes }) => [
      printable(one.unit),
      name,
      ...numbers,
      median,
      outcomes,
    ]),
  )
  return {
    id: 'unit-types',
    title: '分单位分类型',
    headings: ['单位', nameHeading, ...numberHeadings, medianHeading, outcomesHeading],
    rows,
    isLong: true,
  }
}

function sumCells(sum: Sum | null): readonly CityCell[] {
  return sum === null ? ['没有这一栏', ''] : [sum.yuan, sum.cases]
}

function unreadNote(words: string, sums: readonly (Sum | null)[]): string {
  const unread = sums.reduce((total, sum) => total + (sum?.unread ?? 0), 0)
  return unread > 0 ? `${words}有 ${unread} 格不是金额，没有计入。` : ''
}

function sumsTable({ lists: { sums } }: City): readonly CityTable[] {
  if (sums.every(({ value, fined }) => value === null && fined === null)) return []
  const total = (own: readonly (Sum | null)[]): readonly CityCell[] => {
    const there = own.filter((sum) => sum !== null)
    const fen = there.reduce((all, { yuan }) => all + Math.round(yuan * 100), 0)
    return [fen / 100, there.reduce((all, { cases }) => all + cases, 0)]
  }
  const [values, fines] = [sums.map(({ value }) => value), sums.map(({ fined }) => fined)]
  return [
    {
      id: 'sums',
      title: '案值和罚没',
      headings: ['单位', '案值（元）', '案值件数', '罚没（元）', '罚没件数'],
      rows: [
        ...sums.map(({ unit, value, fined }) => [printable(unit), ...sumCells(value), ...sumCells(fined)]),
        ['合计', ...total(values), ...total(fines)],
      ],
      note: `只有台账上有“案值”“罚没金额”等栏目的单位才能合计。${unreadNote('案值', values)}${unreadNote('罚没', fines)}`,
    },
  ]
}

/** In the order in which the desk asks; the roster comes before the form, these behind it. */
export function cityTables(city: City, totals: Totals): readonly CityTable[] {
  return [
    unitsTable(city, totals),
    unitTypesTable(city),
    ...unpublishedTable(city.lists.unpublished),
    ...reviewTable(city.lists.review),
    ...typicalTable(city.lists.typical),
    ...sumsTable(city),
  ]
}

import type { City } from '../../model/collected.ts'
import type { ReviewCase, ReviewReason, Sum, TypicalCase, UnpublishedCase } from '../../model/desk-lists.ts'
import type { Look } from '../../model/look.ts'
import type { NamedCase } from '../../model/report.ts'
import type { Totals } from '../../model/table.ts'
import { type List, type ListCell, numbers, words } from '../list/list.ts'
import { listText } from '../list/text.ts'
import { nameHeading, tallyCells, tallyColumns, totalsLines } from '../table/totals.ts'

/** In the table: of whom nothing was read there is no row of zeros. */
function shownUnits({ units, byUnit }: City) {
  const there = new Set(units.filter(({ logs }) => logs.length > 0).map(({ unit }) => unit))
  return byUnit.filter(({ unit }) => there.has(unit))
}

/** A line a unit, the types side by side, and the figures of the report's own 汇总. */
function unitsList(city: City, totals: Totals): List {
  const row = (name: string, own: Totals): readonly ListCell[] => {
    const { byType, all } = own
    return [name, ...byType.map(({ cases }) => cases), all.cases, ...tallyCells(totalsLines(own).at(-1))]
  }
  return {
    id: 'units',
    title: '各单位汇总',
    columns: [
      ...words('单位'),
      ...numbers(...totals.byType.map(({ type }) => type), '合计'),
      ...tallyColumns,
    ],
    rows: [...shownUnits(city).map((one) => row(one.unit, one)), row('合计', totals)],
    notes: [],
  }
}

/** Unit by unit the lines of its own report. */
function unitTypesList(city: City): List {
  return {
    id: 'unit-types',
    title: '分单位分类型',
    columns: [...words('单位', nameHeading), ...tallyColumns],
    rows: shownUnits(city).flatMap((one) =>
      totalsLines(one).map((line) => [one.unit, line.name, ...tallyCells(line)]),
    ),
    notes: [],
  }
}

const caseHeadings = ['单位', '类型', '编号', '立案'] as const

function caseCells({ unit, type, caseNumber, filed }: NamedCase & { readonly unit: string }) {
  return [unit, type ?? '', caseNumber ?? '', filed ?? '']
}

function daysText(daysLeft: number | null): string {
  if (daysLeft === null) return '无从计算'
  return daysLeft < 0 ? `已过 ${-daysLeft} 天` : `还有 ${daysLeft} 天`
}

function unpublishedList(cases: readonly UnpublishedCase[]): List {
  return {
    id: 'unpublished',
    title: '公示核对',
    columns: words(...caseHeadings, '决定', '公开填写', '公开期限', '距期限'),
    rows: cases.map((one) => {
      const { decided, said, lastDay, daysLeft } = one
      return [
        ...caseCells(one),
        ...[decided, said ?? '（空）', lastDay ?? '放假安排未公布', daysText(daysLeft)],
      ]
    }),
    notes: [
      '已经作出决定、一般应当公开而表中没有公开的，期限为 20 个工作日；台账没有决定日期的以结案时间推算。疑似，待核实。',
    ],
  }
}

const reasonWords: Readonly<Record<ReviewReason, string>> = {
  'over-limit': '疑似超期',
  'near-limit': '临近期限',
  suspended: '有中止、鉴定、延期等',
  unnumbered: '没有编号',
}

function reviewList(cases: readonly ReviewCase[]): List {
  return {
    id: 'review',
    title: '案卷评查',
    columns: words(...caseHeadings, '情况', '评查原因', '办案期限', '距最长期限'),
    rows: cases.map((one) => [
      ...caseCells(one),
      one.isOpen ? '在办' : '已结',
      one.reasons.map((reason) => reasonWords[reason]).join('、'),
      one.base ?? '没有全国统一的期限',
      one.base === null ? '' : daysText(one.daysLeft),
    ]),
    notes: [
      '办案期限为不延长的最后一天，最长期限含可以延长的固定天数；中止、鉴定等时间看不出来，只供挑选案卷。疑似，待核实。',
    ],
  }
}

function typicalList(cases: readonly TypicalCase[]): List {
  return {
    id: 'typical',
    title: '典型案例',
    columns: words(...caseHeadings, '处理结果简述'),
    rows: cases.map((one) => [...caseCells(one), one.outcome ?? '']),
    notes: ['台账“典型案例”一栏或备注标明的。'],
  }
}

function sumCells(sum: Sum | null): readonly ListCell[] {
  return sum === null ? ['没有这一栏', ''] : [sum.yuan, sum.cases]
}

function unreadNote(name: string, sums: readonly (Sum | null)[]): string {
  const unread = sums.reduce((total, sum) => total + (sum?.unread ?? 0), 0)
  return unread > 0 ? `${name}有 ${unread} 格不是金额，没有计入。` : ''
}

function totalCells(own: readonly (Sum | null)[]): readonly ListCell[] {
  const there = own.filter((sum) => sum !== null)
  const fen = there.reduce((all, { yuan }) => all + Math.round(yuan * 100), 0)
  return [fen / 100, there.reduce((all, { cases }) => all + cases, 0)]
}

function sumsList({ lists: { sums } }: City): List {
  const isNowhere = sums.every(({ value, fined }) => value === null && fined === null)
  const [values, fines] = [sums.map(({ value }) => value), sums.map(({ fined }) => fined)]
  const rows = sums.map(({ unit, value, fined }) => [unit, ...sumCells(value), ...sumCells(fined)])
  const unread = `${unreadNote('案值', values)}${unreadNote('罚没', fines)}`
  return {
    id: 'sums',
    title: '案值和罚没',
    columns: [...words('单位'), ...numbers('案值（元）', '案值件数', '罚没（元）', '罚没件数')],
    rows: isNowhere ? [] : [...rows, ['合计', ...totalCells(values), ...totalCells(fines)]],
    notes: [`只有台账上有“案值”“罚没金额”等栏目的单位才能合计。${unread}`],
  }
}

/**
 * What the desk is told behind the form, in the order in which it asks; the roster comes before the form. Where nothing
 * is to be listed nothing is shown.
 */
export function cityLists(city: City, totals: Totals): readonly List[] {
  const { unpublished, review, typical } = city.lists
  return [
    unitsList(city, totals),
    unitTypesList(city),
    unpublishedList(unpublished),
    reviewList(review),
    typicalList(typical),
    sumsList(city),
  ].filter(({ rows }) => rows.length > 0)
}

/** A list that fills screens hides what stands above it. */
const mostRows = 20

/** Too long for a screen: a page or a workbook has it. */
const isLong = ({ id }: List): boolean => id === 'unit-types'

export function cityText(city: City, totals: Totals, look: Look): readonly string[] {
  return cityLists(city, totals)
    .filter((list) => !isLong(list))
    .flatMap((list) => ['', ...listText(list, look, mostRows)])
}

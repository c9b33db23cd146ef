import type { ReviewCase, ReviewReason, TypicalCase, UnpublishedCase } from '../../model/desk-lists.ts'
import type { NamedCase } from '../../model/report.ts'
import { printable } from '../printable.ts'
import type { CityCell, CityTable } from './tables.ts'

const caseHeadings = ['单位', '类型', '编号', '立案'] as const

function caseCells({ unit, type, caseNumber, filed }: NamedCase & { readonly unit: string }) {
  return [unit, type, caseNumber, filed].map((text) => printable(text ?? ''))
}

/** Where nothing is to be listed nothing is shown. */
function listOf<One>(
  cases: readonly One[],
  table: Omit<CityTable, 'rows'>,
  row: (one: One) => readonly CityCell[],
): readonly CityTable[] {
  return cases.length === 0 ? [] : [{ ...table, rows: cases.map(row) }]
}

function daysText(daysLeft: number | null): string {
  if (daysLeft === null) return '无从计算'
  return daysLeft < 0 ? `已过 ${-daysLeft} 天` : `还有 ${daysLeft} 天`
}

export function unpublishedTable(cases: readonly UnpublishedCase[]): readonly CityTable[] {
  const table = {
    id: 'unpublished',
    title: '公示核对',
    headings: [...caseHeadings, '决定', '公开填写', '公开期限', '距期限'],
    note: '已经作出决定、一般应当公开而表中没有公开的，期限为 20 个工作日；台账没有决定日期的以结案时间推算。疑似，待核实。',
  }
  return listOf(cases, table, (one) => [
    ...caseCells(one),
    one.decided,
    printable(one.said ?? '（空）'),
    one.lastDay ?? '放假安排未公布',
    daysText(one.daysLeft),
  ])
}

const reasonWords: Readonly<Record<ReviewReason, string>> = {
  'over-limit': '疑似超期',
  'near-limit': '临近期限',
  suspended: '有中止、鉴定、延期等',
  unnumbered: '没有编号',
}

export function reviewTable(cases: readonly ReviewCase[]): readonly CityTable[] {
  const table = {
    id: 'review',
    title: '案卷评查',
    headings: [...caseHeadings, '情况', '评查原因', '办案期限', '距最长期限'],
    note: '办案期限为不延长的最后一天，最长期限含可以延长的固定天数；中止、鉴定等时间看不出来，只供挑选案卷。疑似，待核实。',
  }
  return listOf(cases, table, (one) => [
    ...caseCells(one),
    one.isOpen ? '在办' : '已结',
    one.reasons.map((reason) => reasonWords[reason]).join('、'),
    one.base ?? '没有全国统一的期限',
    one.base === null ? '' : daysText(one.daysLeft),
  ])
}

export function typicalTable(cases: readonly TypicalCase[]): readonly CityTable[] {
  const table = {
    id: 'typical',
    title: '典型案例',
    headings: [...caseHeadings, '处理结果简述'],
    note: '台账“典型案例”一栏或备注标明的。',
  }
  return listOf(cases, table, (one) => [...caseCells(one), printable(one.outcome ?? '')])
}

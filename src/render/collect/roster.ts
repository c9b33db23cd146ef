import { type Collected, isArrivalKnown, type ReturnStatus, type UnitReturn } from '../../model/collected.ts'
import type { Look } from '../../model/look.ts'
import { paintOf } from '../paint.ts'
import { visible } from '../visible.ts'
import { displayWidth, padEnd, padStart } from '../width.ts'

const statusWords: Readonly<Record<ReturnStatus, string>> = {
  unreadable: '读不了',
  faulty: '有错误',
  late: '迟报',
  nil: '零报告',
  'on-time': '按时',
  awaited: '未报（未到期）',
  missing: '未报',
}

const rosterHeadings: readonly string[] = [
  ...['单位', '状态', '收到', '案件', '列入', '错误', '警告', '提示', '说明'],
]

/** 2024-06-07（推定）: what the form or the file says is no more than that. */
function arrivalText(one: UnitReturn): string {
  if (one.receivedOn === null) return '—'
  return isArrivalKnown(one) ? one.receivedOn : `${one.receivedOn}（推定）`
}

function rosterCells(one: UnitReturn): readonly string[] {
  const { unit, status, cases, kept, counts, explained } = one
  const numbers = [cases.length, kept.length, counts.error, counts.warning, counts.note, explained.length]
  return [visible(unit), statusWords[status], arrivalText(one), ...numbers.map(String)]
}

function drawn(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rosterHeadings.map((_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))))
  const cell = (text: string, at: number) => (at < 3 ? padEnd : padStart)(text, widths[at] ?? 0)
  return rows.map((row) => row.map(cell).join('  ').trimEnd())
}

export function rosterText({ units, roster }: Collected, look: Look): readonly string[] {
  const [heading = '', ...lines] = drawn([rosterHeadings, ...units.map(rosterCells)])
  return [
    `各单位报送情况：应报 ${roster.expected} 个，已收 ${roster.received} 个`,
    paintOf(look.color).bold(heading),
    ...lines,
    '',
  ]
}

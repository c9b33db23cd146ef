import type { RosterStatus, RosterUnit } from '../../model/roster.ts'
import type { Style } from '../paint.ts'
import { visible } from '../printable.ts'
import { displayWidth, padEnd } from '../width.ts'

const words: Readonly<Record<RosterStatus, string>> = {
  'on-time': '',
  late: '逾期',
  nil: '零报告',
  awaited: '还没有报送',
  missing: '未见报送记录',
}

const colors: Readonly<Partial<Record<RosterStatus, 'red' | 'yellow'>>> = { late: 'yellow', missing: 'red' }

function detailOf({ status, submittedOn, isPresumed, cases, isExpected }: RosterUnit): string {
  const parts = [
    submittedOn === null ? '' : `${submittedOn}${isPresumed ? '（推定）' : ''}`,
    submittedOn === null ? '' : `案件 ${cases} 件`,
    words[status],
    isExpected ? '' : '不在名单上',
  ]
  return parts.filter((part) => part !== '').join('  ')
}

/** A line a unit; a quiet run tells of those alone that something is to be done about. */
export function rosterLines(units: readonly RosterUnit[], { look, paint }: Style): readonly string[] {
  const told = look.quiet ? units.filter(({ submittedOn }) => submittedOn === null) : units
  const width = Math.max(...told.map(({ unit }) => displayWidth(visible(unit))))
  return told.map((one) => {
    const line = `  ${padEnd(visible(one.unit), width)}  ${detailOf(one)}`
    const color = colors[one.status]
    return color === undefined ? line : paint[color](line)
  })
}

import type { Collected } from '../../model/collected.ts'
import { chineseDate } from '../../model/date.ts'
import { visible } from '../printable.ts'
import { leftOutLines } from '../report/left-out.ts'
import { periodText } from '../table/totals.ts'

/** Whom to remind. */
export function missingWords({ units, round }: Collected): readonly string[] {
  const missing = units.filter(({ status }) => status === 'missing').map(({ unit }) => visible(unit))
  if (missing.length === 0 || round === null) return []
  return [
    `已过 ${round.id} 期截止日（${chineseDate(round.due)}），未报 ${missing.length} 个：${missing.join('、')}。`,
  ]
}

/** What was assumed and left out, for standard error beside any table. */
export function collectNotes(collected: Collected): readonly string[] {
  const { round, reason, period, statistics } = collected
  const which =
    round === null
      ? `没有应报送的期次：${reason}。`
      : `期次：${round.id}（${chineseDate(round.due)}截止），${reason}。`
  const assumed = round?.assumption ? [`日期${round.assumption}。`] : []
  return [
    // Without a table that is every case, and what is wrong with some stands above.
    ...(collected.leftOut.some(({ reason }) => reason === 'withheld') ? [] : leftOutLines(collected)),
    `填报单位：${statistics.table.unit ?? '（未写明）'}`,
    `统计期间：${periodText(period)}（--period ${period.name}）`,
    which,
    ...assumed,
    ...missingWords(collected),
  ]
}

import type { Collected } from '../../model/collected.ts'
import { chineseDate } from '../../model/date.ts'
import type { RecordedUnit, RecordedUnits } from '../../model/recorded.ts'
import { visible } from '../printable.ts'
import { leftOutLines } from '../report-notes.ts'
import { periodText } from '../table/totals.ts'
import { aligned } from '../width.ts'

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

const daySources = {
  received: '收到',
  form: '报送（推定，按表上的时间）',
  file: '收到（推定，按文件的日期）',
} as const

function recordedWords({ day, dayFrom, cases, leftOut, revision, path }: RecordedUnit): string {
  const gap = leftOut === 0 ? '' : `（另有 ${leftOut} 件没有列入）`
  const what = cases + leftOut === 0 ? '零报告' : `案件 ${cases} 件${gap}`
  const again = revision > 1 ? `，第 ${revision} 次登记，以前的另存` : ''
  return `${chineseDate(day)}${daySources[dayFrom]}，${what}${again}，${path}`
}

/** For standard error: a line a unit. A quiet run tells of those alone that something is to be done about. */
export function recordedUnitsText(noted: RecordedUnits, quiet: boolean): string {
  const { archive, round, recorded, unchanged, refused, differing } = noted
  const done = [
    ...recorded.map((one) => ['已登记', one.unit, recordedWords(one)] as const),
    ...unchanged.map(({ unit, day }) => ['登记过', unit, `${chineseDate(day)}，就是这一份`] as const),
  ]
  const open = [
    ...refused.map(({ unit, reason }) => ['没登记', unit, reason] as const),
    ...differing.map(
      ({ unit, day }) =>
        [
          '没登记',
          unit,
          `登记过另一份（${chineseDate(day)}，或日子不同）；以这一份为准的，加 --force，原记录另存`,
        ] as const,
    ),
  ]
  const told = (quiet ? open : [...done, ...open]).map((cells) => cells.map(visible))
  if (told.length === 0) return quiet ? '' : '没有可登记的报送。\n'
  const title = `登记到 ${visible(archive)}${round === null ? '' : `（${round} 期）`}：`
  const lines = aligned(told).map((cells) => `  ${cells.join('  ').trimEnd()}`)
  return [title, ...lines].map((line) => `${line}\n`).join('')
}

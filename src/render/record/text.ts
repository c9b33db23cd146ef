import { chineseDate, daysBetween } from '../../model/date.ts'
import type { RecordedReturn } from '../../model/recorded.ts'
import type { JudgedRound } from '../../model/round.ts'
import { visible } from '../printable.ts'
import { comparisonLines } from '../report/notes.ts'

/** For standard output. */
export function recordedText({ unit, period, round, day, cases, path }: RecordedReturn): string {
  const which = round === null ? '' : `${period} 期，`
  return `已登记：${visible(unit)}，${which}${chineseDate(day)}报送，案件 ${cases} 件\n  ${visible(path)}\n`
}

/** A correction is as late as the return it corrects. */
function punctuality(round: JudgedRound, { day }: RecordedReturn): string {
  const { due, lastDay, assumption, submittedOn } = round
  const late = daysBetween(lastDay, submittedOn ?? day)
  const first = submittedOn === null ? '' : `首次报送于${chineseDate(submittedOn)}，`
  const assumed = assumption === null ? '' : `（日期${assumption}）`
  return `截止：${chineseDate(due)}${assumed}，${first}${late > 0 ? `逾期 ${late} 天` : '按时'}报送。`
}

/** What the receipt itself says, beside a report that has told all else. */
export function receiptNotes(recorded: RecordedReturn): readonly string[] {
  const { round, revision, counts, leftOut } = recorded
  return [
    ...(round === null ? [] : [punctuality(round, recorded)]),
    ...(revision > 1 ? [`登记：这一期的第 ${revision} 次，以前的记录另存在旁边。`] : []),
    ...(leftOut > 0 ? [`未列入报表的 ${leftOut} 件，不算报过。`] : []),
    ...(counts.error > 0
      ? [`核对：有错误 ${counts.error} 处，照样登记；改正后重新报送的，加 --force 再登记一次。`]
      : []),
  ]
}

/** For standard error. */
export function recordNotes(recorded: RecordedReturn): readonly string[] {
  const { round, comparison, reason } = recorded
  return [
    ...receiptNotes(recorded),
    ...(round === null ? [] : [`期次依据：${reason}。`]),
    ...comparisonLines(comparison),
  ]
}

export const notRecorded =
  '没有登记：有错误的台账出不了表。请先改正；确已这样报送的，加 --allow-errors（有错误的案件不算报过）。'

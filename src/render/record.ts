import { chineseDate, daysBetween, type IsoDate } from '../model/date.ts'
import type { RecordedReturn } from '../model/recorded.ts'
import type { JudgedRound } from '../model/round.ts'
import type { Skipped } from '../model/run.ts'
import { pathName } from './findings/words.ts'
import { visible } from './printable.ts'
import { comparisonLines } from './report-notes.ts'

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

interface Verification {
  readonly archive: string
  readonly receipts: readonly {
    readonly path: string
    readonly unit: string
    readonly day: IsoDate
    readonly cases: number
    /** Whether it tells of the file that is asked about. */
    readonly isOfFile: boolean
  }[]
  readonly damaged: readonly Skipped[]
  readonly file: { readonly name: string; readonly isKnown: boolean } | undefined
  readonly quiet: boolean
}

function fileLines({ receipts, file }: Verification): readonly string[] {
  if (file === undefined) return []
  const name = pathName(file.name)
  if (!file.isKnown) return [`× ${name} 与哪一条记录登记的文件都不相同`]
  return receipts
    .filter(({ isOfFile }) => isOfFile)
    .map(({ path }) => `√ ${name} 与 ${visible(path)} 登记的文件相同`)
}

export function verificationText(verification: Verification): string {
  const { archive, receipts, damaged, quiet } = verification
  const intact = receipts.map(
    ({ path, unit, day, cases }) => `√ ${visible(path)}  ${visible(unit)}，${day} 报送，案件 ${cases} 件`,
  )
  const broken = damaged.map(({ path, reason }) => `× ${visible(path)}  ${visible(reason)}`)
  const count = receipts.length + damaged.length
  const state = damaged.length === 0 ? '全部完好' : `其中 ${damaged.length} 条不作依据`
  const sum = count === 0 ? `存档 ${visible(archive)} 里没有报送记录。` : `共 ${count} 条报送记录，${state}。`
  return [...(quiet ? [] : intact), ...broken, ...fileLines(verification), sum, ''].join('\n')
}

import { daysBetween, type IsoDate, yearOf } from '../model/date.ts'
import type { Round, Submission } from '../model/round.ts'
import type { Programme } from '../programmes/programme.ts'
import { roundsOf, roundsOfYears } from './rounds.ts'

export interface RoundQuestion {
  readonly programme: Programme
  readonly asOf: IsoDate
  /** What one unit has handed in; absent without an archive. */
  readonly receipts?: readonly Submission[]
}

export interface RoundChoice {
  readonly round: Round | undefined
  /** Why this one, or why none. */
  readonly reason: string
}

const mostDaysAfterDue = 15
const mostOfInterval = 1 / 4

function isJustPast(previous: Round, next: Round | undefined, asOf: IsoDate): boolean {
  const days = daysBetween(previous.due, asOf)
  const interval = next ? daysBetween(previous.due, next.due) : Number.POSITIVE_INFINITY
  return days <= mostDaysAfterDue && days <= interval * mostOfInterval
}

function aroundYears({ programme, asOf }: RoundQuestion): readonly Round[] {
  return programme.recurs
    ? roundsOfYears(programme, yearOf(asOf) - 1, yearOf(asOf) + 1)
    : roundsOf(programme, programme.year)
}

function byCalendar(question: RoundQuestion): RoundChoice {
  const { asOf } = question
  const rounds = aroundYears(question)
  const next = rounds.find(({ lastDay }) => lastDay >= asOf)
  const previous = rounds.findLast(({ lastDay }) => lastDay < asOf)
  if (previous === undefined) return { round: next, reason: '尚无已到期的报送，按首期' }
  if (isJustPast(previous, next, asOf)) {
    return { round: previous, reason: `截止刚过 ${daysBetween(previous.lastDay, asOf)} 天，仍按该期` }
  }
  const since = `上一期（${previous.due}）已过 ${daysBetween(previous.due, asOf)} 天`
  return { round: next, reason: next ? `${since}，按下一期` : `${since}，此后没有报送安排` }
}

function recordedRounds({ programme, asOf, receipts = [] }: RoundQuestion): readonly Round[] {
  return receipts
    .filter(({ submittedOn }) => submittedOn <= asOf)
    .flatMap((receipt) =>
      roundsOf(programme, Number(receipt.round.slice(0, 4))).filter(({ id }) => id === receipt.round),
    )
    .sort((a, b) => (a.due < b.due ? -1 : 1))
}

function byArchive(question: RoundQuestion, recorded: readonly [Round, ...Round[]]): RoundChoice {
  const [first] = recorded
  const last = recorded.at(-1) ?? first
  const lastYear = Math.max(yearOf(last.due), yearOf(question.asOf)) + 1
  const round = roundsOfYears(question.programme, yearOf(first.due), lastYear)
    .filter(({ due }) => due >= first.due)
    .find(({ id }) => recorded.every((other) => other.id !== id))
  const since = `${first.id} 起有报送记录`
  return { round, reason: round ? `${since}，按其后最早未报送的一期` : `${since}，各期均已报送` }
}

/** The round that a return made on this day belongs to, unless the user names another. */
export function currentRound(question: RoundQuestion): RoundChoice {
  if (question.programme.due === null) return { round: undefined, reason: '通知没有规定报送日期' }
  const [first, ...others] = recordedRounds(question)
  return first ? byArchive(question, [first, ...others]) : byCalendar(question)
}

/** Why a --round names none, and what it may name. */
export interface UnknownRound {
  readonly message: string
  readonly remedy: string
}

function listed(rounds: readonly Round[]): string {
  return rounds.map(({ id }, i) => `${i + 1}（${id}）`).join('、')
}

function refusal(text: string, rounds: readonly Round[], year: number): UnknownRound {
  return rounds.length === 0
    ? { message: `--round ${text}：${year} 年没有报送安排`, remedy: '请去掉 --round，或换一个年份。' }
    : { message: `--round ${text}：没有这一期`, remedy: `${year} 年各期：${listed(rounds)}。` }
}

/** What `--round` says: `2024-06`, `2024-06-10`, or `1` for the first of the year of `asOf`. */
export function roundNamed(programme: Programme, text: string, asOf: IsoDate): Round | UnknownRound {
  if (programme.due === null) {
    return { message: `--round ${text}：通知没有规定报送日期`, remedy: '请去掉 --round。' }
  }
  const isNumber = /^\d{1,2}$/.test(text)
  const year = /^\d{4}-/.test(text) ? Number(text.slice(0, 4)) : yearOf(asOf)
  const rounds = roundsOf(programme, year)
  const matches = isNumber
    ? rounds.slice(Number(text) - 1, Number(text))
    : rounds.filter(({ due }) => due === text || due.slice(0, 7) === text)
  const [match, another] = Number(text) === 0 ? [] : matches
  if (match === undefined) return refusal(text, rounds, year)
  return another
    ? {
        message: `--round ${text}：该月不止一期`,
        remedy: `请写明日期：${matches.map(({ due }) => due).join('、')}。`,
      }
    : match
}

import { chineseDate, type IsoDate, weekdayOf, yearOf } from '../../model/date.ts'
import type { Deadline } from '../../model/deadline.ts'
import type { DayOff, JudgedRound, RoundStatus } from '../../model/round.ts'
import { visible } from '../printable.ts'

const weekdays = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'] as const

export function weekdayName(date: IsoDate): (typeof weekdays)[number] {
  return weekdays[weekdayOf(date)] ?? weekdays[0]
}

const status: Readonly<Record<RoundStatus, (daysLeft: number) => string>> = {
  open: (daysLeft) => `距截止还有 ${daysLeft} 天`,
  'due-today': () => '今天截止',
  overdue: (daysLeft) => `未见报送记录，逾期 ${-daysLeft} 天`,
  past: () => '已过，无报送记录',
  submitted: () => '已报送',
  'submitted-late': () => '逾期报送',
}

/** For whoever collects: that a round is over says nothing of the units that did hand in. */
const collected: typeof status = {
  ...status,
  overdue: (daysLeft) => `已逾期 ${-daysLeft} 天`,
  past: () => '已过',
  submitted: () => '已报齐',
  'submitted-late': () => '已报齐，有逾期的',
}

export function statusWords({ status: kind, daysLeft, submittedOn, received }: JudgedRound): string {
  const isCollected = received !== undefined && (received.received > 0 || kind !== 'past')
  const words = (isCollected ? collected : status)[kind](daysLeft)
  return submittedOn === null ? words : `${words}（${submittedOn}）`
}

export function dayOffWords(dayOff: DayOff): string {
  if (dayOff === null) return '工作日'
  return dayOff === 'unknown' ? '未知' : dayOff
}

function dayAndWeekday(date: IsoDate): string {
  return `${chineseDate(date)}（${weekdayName(date)}）`
}

function isAhead({ status }: JudgedRound): boolean {
  return status === 'open' || status === 'due-today'
}

function remaining(round: JudgedRound): string {
  if (round.status !== 'open') return statusWords(round)
  const { workingDaysLeft } = round
  return `${statusWords(round)}，${workingDaysLeft === null ? '工作日未知' : `其中工作日 ${workingDaysLeft} 天`}`
}

function main(round: JudgedRound, { programme }: Deadline): string {
  const { inclusive, deliverables } = programme
  const limit = `${dayAndWeekday(round.due)}前（${inclusive ? '含' : '不含'}当日）`
  const counted = receivedSentence(round)
  return `本期 ${round.id}：${limit}报送${visible(deliverables.join('、'))}，${remaining(round)}。${counted}`
}

function receivedSentence({ received, submittedOn }: JudgedRound): string {
  if (received === undefined) return ''
  const missing = received.expected - received.received
  if (submittedOn !== null) return `应报 ${received.expected} 个单位，都有报送记录。`
  return `应报 ${received.expected} 个单位，有报送记录 ${received.received} 个，没有的 ${missing} 个。`
}

function remedyOf({ roster }: Deadline): string {
  if (roster === undefined) return '请立即报送；已经报送的，可用 ipcase record 登记。'
  return '请催报没有报送的单位；已经收到的，可用 ipcase collect --record 登记。'
}

function incompleteSentences({ roster }: Deadline): readonly string[] {
  return (roster?.incomplete ?? []).map(
    ({ round, missing }) => `以前的 ${round} 期没有报齐，缺：${missing.map(visible).join('、')}。`,
  )
}

/** A day off does not move the date: what helps is to know the last day the receiver is at work. */
function dayOffAdvice(round: JudgedRound, asOf: IsoDate): string | undefined {
  const { lastDay, lastDayOff, lastWorkingDay } = round
  if (!isAhead(round) || lastDayOff === null || lastDayOff === 'unknown' || lastWorkingDay === null)
    return undefined
  const off = `${chineseDate(lastDay)}是${lastDayOff === '周末' ? '周末' : `${lastDayOff}假期`}，截止日不顺延`
  if (lastWorkingDay === asOf) return `${off}，今天就是最后一个工作日，请今天报送。`
  return lastWorkingDay > asOf
    ? `${off}，请不晚于最后一个工作日 ${dayAndWeekday(lastWorkingDay)}报送。`
    : `${off}，最后一个工作日 ${dayAndWeekday(lastWorkingDay)}已过，请尽快报送。`
}

function unknownYear({ due, dayOff, workingDaysLeft }: JudgedRound, asOf: IsoDate): number | undefined {
  if (dayOff === 'unknown') return yearOf(due)
  return workingDaysLeft === null ? yearOf(asOf) : undefined
}

/** What there is to say of the current round, the most important first. */
export function deadlineSentences(deadline: Deadline): readonly string[] {
  const { asOf, current: round, reason } = deadline
  if (round === null) return [`没有应报送的期次：${reason}。报表照常可以出。`]
  const advice = dayOffAdvice(round, asOf)
  const year = unknownYear(round, asOf)
  return [
    main(round, deadline),
    ...(round.status === 'overdue' ? [remedyOf(deadline)] : []),
    ...incompleteSentences(deadline),
    ...(advice === undefined ? [] : [advice]),
    ...(year === undefined
      ? []
      : [
          `注意：本程序没有 ${year} 年的放假安排，工作日无从计算；公布以后写成 ${year}.json，用 --holidays ${year}.json 补上。`,
        ]),
    ...(round.assumption === null ? [] : [`日期${round.assumption}。`]),
    `期次依据：${reason}。`,
  ]
}

import { type IsoDate, weekdayOf } from '../../model/date.ts'
import type { DayOff, JudgedRound, RoundStatus } from '../../model/round.ts'

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

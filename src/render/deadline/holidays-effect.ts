import { addDays, chineseDate, type IsoDate, yearOf } from '../../model/date.ts'
import type { ChangedRound, HolidaysDoubt, HolidaysEffect } from '../../model/holidays-effect.ts'
import { visible } from '../printable.ts'
import { dayOffWords, weekdayName } from './words.ts'

// A file for the wrong year differs in dozens of days, and a few show it.
const mostDays = 10

/** Neighbouring days as one stretch of first and last. */
function runsOf(days: readonly IsoDate[]): readonly (readonly [first: IsoDate, last: IsoDate])[] {
  const firsts = days.filter((date, at) => days[at - 1] !== addDays(date, -1))
  const lasts = days.filter((date, at) => days[at + 1] !== addDays(date, 1))
  return firsts.map((first, at) => [first, lasts[at] ?? first])
}

/** The year is said only where it is another than the file's. */
function short(date: IsoDate, year: number): string {
  return yearOf(date) === year ? chineseDate(date).replace(/^\d+年/, '') : chineseDate(date)
}

function daysOffWords({ holidays, year }: HolidaysEffect): string {
  const parts = holidays.map(({ name, days }) => {
    const runs = runsOf(days).map(([first, last]) =>
      first === last ? short(first, year) : `${short(first, year)}至${short(last, year)}`,
    )
    return `${visible(name)} ${runs.join('、')}（${days.length} 天）`
  })
  return `  放假：${parts.join('，')}`
}

function workingDaysWords({ workingDays, year }: HolidaysEffect): string {
  const parts = workingDays.map((date) => `${short(date, year)}（${weekdayName(date)}）`)
  return `  调休上班：${parts.length === 0 ? '没有' : parts.join('、')}`
}

function calendarWords({ isNewYear, changedDays, year }: HolidaysEffect): string {
  if (changedDays.length > 0) {
    const parts = changedDays
      .slice(0, mostDays)
      .map(({ date, from, to }) => `${chineseDate(date)}由${dayOffWords(from)}改为${dayOffWords(to)}`)
    const rest = changedDays.length > mostDays ? `……共 ${changedDays.length} 天` : ''
    return `  与程序内置的不同：${parts.join('，')}${rest}`
  }
  return isNewYear ? `  程序内置的没有 ${year} 年，由这个文件补上` : `  与程序内置的 ${year} 年相同`
}

function roundWords({ from, to }: ChangedRound): string {
  const pairs = [
    ['当日', dayOffWords(from.dayOff), dayOffWords(to.dayOff)],
    ['最后工作日', from.lastWorkingDay ?? '未知', to.lastWorkingDay ?? '未知'],
    ['剩工作日', String(from.workingDaysLeft ?? '未知'), String(to.workingDaysLeft ?? '未知')],
  ] as const
  const changes = pairs.filter(([, before, after]) => before !== after)
  return `  ${to.id} 期：${changes.map(([what, before, after]) => `${what}由${before}改为${after}`).join('，')}`
}

function doubtWords(doubt: HolidaysDoubt): string {
  if (doubt.kind === 'holiday-missing') return `没有写${doubt.name}`
  const date = `${chineseDate(doubt.date)}（${weekdayName(doubt.date)}）`
  return doubt.kind === 'off-and-working'
    ? `${date}既写了放假，又写了上班，按上班算`
    : `${date}写了调休上班，本来就是工作日`
}

/** For whoever wrote the file: whether it says what the notice says, and what the program does differently now. */
export function holidaysEffectLines(effect: HolidaysEffect): readonly string[] {
  const { path, year, changedRounds, doubts } = effect
  return [
    `放假安排 ${visible(path)}（${year} 年）`,
    daysOffWords(effect),
    workingDaysWords(effect),
    calendarWords(effect),
    ...(changedRounds.length === 0 ? ['  列出的各期都没有变化'] : changedRounds.map(roundWords)),
    ...(doubts.length === 0 ? [] : [`  请对照通知核对：${doubts.map(doubtWords).join('；')}`]),
  ]
}

import { addDays, daysBetween, type IsoDate } from '../../model/date.ts'
import type { Deadline, Reminder } from '../../model/deadline.ts'
import { visible } from '../printable.ts'
import type { DeadlineFormat } from './index.ts'
import { statusWords, weekdayName } from './words.ts'

// RFC 5545 3.1: a line holds 75 octets, its break not counted; a continuation starts with a space.
const octetsPerLine = 75
const encoder = new TextEncoder()

/** A character is never cut in two. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > octetsPerLine) {
      parts.push(part)
      part = ''
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

/** RFC 5545 3.3.11. */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n')
}

function basicDate(date: IsoDate): string {
  return date.replaceAll('-', '')
}

/** At nine o'clock of that day; an all-day event begins at midnight. */
function trigger(alarm: IsoDate, eventDay: IsoDate): string {
  const days = daysBetween(alarm, eventDay) - 1
  return `-P${days > 0 ? `${days}D` : ''}T15H`
}

function taskOf({ round }: Reminder, { programme }: Deadline): string {
  return visible(`${programme.deliverables.join('、')}（${round.id}）`)
}

function descriptionOf({ round, unpublishedYear }: Reminder, { programme }: Deadline): string {
  const { due, lastWorkingDay, lastDayOff, assumption } = round
  const isOff = lastDayOff !== null && lastDayOff !== 'unknown'
  return [
    `${visible(programme.name)}，${due}（${weekdayName(due)}）前（${programme.inclusive ? '含' : '不含'}当日）报送。`,
    ...(isOff && lastWorkingDay
      ? [`截止日放假（${lastDayOff}），不顺延；最后一个工作日 ${lastWorkingDay}。`]
      : []),
    ...(assumption === null ? [] : [`日期${assumption}。`]),
    ...(unpublishedYear === null ? [] : [`${unpublishedYear} 年的放假安排尚未公布，提醒按周一至周五推算。`]),
    ...(round.submittedOn === null ? [] : [`${statusWords(round)}。`]),
  ].join('\n')
}

function eventLines(reminder: Reminder, deadline: Deadline): readonly string[] {
  const { round, alarms } = reminder
  const task = taskOf(reminder, deadline)
  return [
    'BEGIN:VEVENT',
    `UID:${deadline.programme.id}-${round.due}@ipcase`,
    `DTSTAMP:${basicDate(deadline.asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${basicDate(round.lastDay)}`,
    `DTEND;VALUE=DATE:${basicDate(addDays(round.lastDay, 1))}`,
    `SUMMARY:${escaped(`${round.submittedOn === null ? '报送截止' : '已报送'}：${task}`)}`,
    `DESCRIPTION:${escaped(descriptionOf(reminder, deadline))}`,
    'TRANSP:TRANSPARENT',
    ...alarms.flatMap(({ day, workingDaysBefore }) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `TRIGGER:${trigger(day, round.lastDay)}`,
      `DESCRIPTION:${escaped(`还有 ${workingDaysBefore} 个工作日截止：${task}`)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

/** RFC 5545, whole days: a due day has no hour and no time zone. The stamp is the day asked about, so bytes repeat. */
export const deadlineIcs: DeadlineFormat = ({ deadline, reminders }) => {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ipcase//deadline//ZH',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(visible(deadline.programme.name))}`,
    ...reminders.flatMap((reminder) => eventLines(reminder, deadline)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

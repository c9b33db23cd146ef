import { HolidayUtil } from 'lunar-typescript'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { stateCouncilCalendar } from '../../src/law/state-council-calendar.ts'
import {
  dayOffName,
  isWorkingDay,
  lastWorkingDayUpTo,
  workingDaysAfter,
  workingDaysBetween,
} from '../../src/law/working-days.ts'
import { addDays, day, type IsoDate, parseIsoDate, weekdayOf } from '../../src/model/date.ts'

function daysOf(first: string, last: string): readonly IsoDate[] {
  const days: IsoDate[] = []
  for (let date = day(first); date <= day(last); date = addDays(date, 1)) days.push(date)
  return days
}

/** As the calendar of lunar-typescript has it, which its author keeps by hand from the same notices. */
function worksByTheOtherCalendar(date: IsoDate): boolean {
  const listed = HolidayUtil.getHoliday(date)
  return listed ? listed.isWork() : weekdayOf(date) % 6 !== 0
}

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the published calendar', () => {
  test.each([
    ['Asia/Shanghai', -480],
    ['America/Los_Angeles', 480],
    ['Pacific/Apia', -780],
  ])('in %s agrees with a second, independent one on every day of 2019-2026', (name, offset) => {
    vi.stubEnv('TZ', name)
    expect(new Date(2024, 0, 15).getTimezoneOffset()).toBe(offset)
    const days = daysOf('2019-01-01', '2026-12-31')
    expect(days.length).toBe(2922)
    expect(days.filter((date) => isWorkingDay(date) !== worksByTheOtherCalendar(date))).toEqual([])
  })

  test('covers 2004-2026 without a gap, and nothing else', () => {
    expect([...stateCouncilCalendar.years].sort()).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i))
  })

  test('is made of calendar days', () => {
    const days = [...stateCouncilCalendar.daysOff.keys(), ...stateCouncilCalendar.workingDays]
    expect(days.filter((date) => parseIsoDate(date) === undefined)).toEqual([])
  })

  test('calls every day off by one of the names in the notices', () => {
    expect([...new Set(stateCouncilCalendar.daysOff.values())].sort()).toEqual([
      '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
      '中秋节',
      '元旦',
      '劳动节',
      '国庆节',
      '春节',
      '清明节',
      '端午节',
    ])
  })
})

describe('a day', () => {
  test.each([
    ['2024-06-10', '端午节'],
    ['2024-09-10', null],
    ['2024-11-10', '周末'],
    ['2022-09-10', '中秋节'],
    ['2019-12-15', '周末'],
    ['2025-06-10', null],
    ['2025-09-10', null],
    ['2025-11-10', null],
    ['2026-06-10', null],
    ['2026-09-10', null],
    ['2026-11-10', null],
    ['2024-05-11', null],
    ['2024-09-14', null],
    ['2024-02-29', null],
    ['2020-01-31', '春节'],
    ['2027-01-04', undefined],
    ['2027-01-02', undefined],
    ['2003-12-31', undefined],
  ])('%s is off as %s', (date, name) => {
    expect(dayOffName(day(date))).toBe(name)
  })
})

describe('the last working day up to', () => {
  test.each([
    ['2024-06-10', '2024-06-07'],
    ['2024-09-10', '2024-09-10'],
    ['2024-11-10', '2024-11-08'],
    ['2022-09-10', '2022-09-09'],
    ['2019-12-15', '2019-12-13'],
    ['2024-09-15', '2024-09-14'],
    ['2025-10-08', '2025-09-30'],
    ['2026-01-01', '2025-12-31'],
    ['2027-01-05', undefined],
    ['2004-01-01', undefined],
  ])('%s is %s', (date, last) => {
    expect(lastWorkingDayUpTo(day(date))).toBe(last)
  })
})

describe('counting working days', () => {
  test.each([
    ['2024-09-20', 20, '2024-10-23'],
    ['2024-09-13', 1, '2024-09-14'],
    ['2024-06-07', 1, '2024-06-11'],
    ['2024-06-10', 0, '2024-06-10'],
    ['2024-06-10', -1, '2024-06-07'],
    ['2024-06-10', -7, '2024-05-30'],
    ['2026-12-31', 1, undefined],
    ['2026-12-30', 1, '2026-12-31'],
  ])('from %s by %d reaches %s', (date, count, reached) => {
    expect(workingDaysAfter(day(date), count)).toBe(reached)
  })

  test.each([
    ['2024-06-07', '2024-06-10', 0],
    ['2024-06-07', '2024-06-11', 1],
    ['2024-06-10', '2024-06-10', 0],
    ['2024-06-11', '2024-06-10', 0],
    ['2024-09-13', '2024-09-18', 2],
    ['2024-09-20', '2024-10-23', 20],
    ['2026-12-30', '2027-01-04', undefined],
    ['2027-01-04', '2026-12-31', 0],
  ])('after %s up to %s finds %s', (after, last, count) => {
    expect(workingDaysBetween(day(after), day(last))).toBe(count)
  })
})

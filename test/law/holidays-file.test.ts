import { describe, expect, test } from 'vitest'
import { parseHolidays, withHolidays } from '../../src/law/holidays-file.ts'
import { stateCouncilCalendar } from '../../src/law/state-council-calendar.ts'
import { dayOffName, lastWorkingDayUpTo, workingDaysBetween } from '../../src/law/working-days.ts'
import { day } from '../../src/model/date.ts'

const invented2027 = {
  year: 2027,
  daysOff: [
    { date: '2026-12-31', name: '元旦' },
    { date: '2027-01-01', name: '元旦' },
    { date: '2027-06-09', name: '端午节' },
    { date: '2027-06-10', name: '端午节' },
  ],
  workingDays: ['2026-12-27', '2027-06-12'],
}

function calendarWith(json: unknown) {
  const file = parseHolidays(json)
  if ('problems' in file) throw new Error(file.problems.map(({ what }) => what).join())
  return withHolidays(stateCouncilCalendar, file)
}

describe('a year added by a file', () => {
  test.each([
    ['2027-06-09', '端午节'],
    ['2027-06-11', null],
    ['2027-06-12', null],
    ['2027-06-13', '周末'],
    ['2026-12-27', null],
    ['2026-12-31', '元旦'],
    ['2026-10-01', '国庆节'],
    ['2028-01-01', undefined],
  ])('makes %s a day off as %s', (date, name) => {
    expect(dayOffName(day(date), calendarWith(invented2027))).toBe(name)
  })

  test('lets counting cross into it', () => {
    const calendar = calendarWith(invented2027)
    expect(workingDaysBetween(day('2026-12-25'), day('2027-01-04'), calendar)).toBe(5)
    expect(lastWorkingDayUpTo(day('2027-06-10'), calendar)).toBe('2027-06-08')
  })

  test('names several days in a row by the first and the last', () => {
    const calendar = calendarWith({
      year: 2027,
      daysOff: [{ date: '2027-02-05', to: '2027-02-08', name: '春节' }],
    })
    expect(
      ['2027-02-04', '2027-02-05', '2027-02-07', '2027-02-08', '2027-02-09'].map((d) =>
        dayOffName(day(d), calendar),
      ),
    ).toEqual([null, '春节', '春节', '春节', null])
  })

  test('takes the place of a year that was known', () => {
    const calendar = calendarWith({ year: 2026, daysOff: [{ date: '2026-01-01', name: '元旦' }] })
    expect(
      ['2026-01-01', '2026-01-02', '2026-02-28', '2025-10-01'].map((d) => dayOffName(day(d), calendar)),
    ).toEqual(['元旦', null, '周末', '国庆节'])
  })

  test('leaves the published calendar as it was', () => {
    calendarWith(invented2027)
    expect(stateCouncilCalendar.years.has(2027)).toBe(false)
    expect(dayOffName(day('2026-12-31'))).toBeNull()
  })
})

test.each([
  ['a year as text', { ...invented2027, year: '2027' }, 'year 应当是数字', '应填年份，如 2027。'],
  [
    'a day no calendar has',
    { ...invented2027, workingDays: ['2027-02-29'] },
    'workingDays[0] 不是 YYYY-MM-DD 这样的日期',
    '应填调休上班的日期。',
  ],
  [
    'a day of another year',
    { ...invented2027, daysOff: [{ date: '2028-01-01', name: '元旦' }] },
    'daysOff[0].date 不在 2027 年内：2028-01-01',
    '一个文件只写一年（可含上一年 12 月的调休）。',
  ],
  [
    'a day of a November before',
    { ...invented2027, workingDays: ['2026-11-28'] },
    'workingDays[0] 不在 2027 年内：2026-11-28',
    '一个文件只写一年（可含上一年 12 月的调休）。',
  ],
  [
    'a last day before the first',
    { ...invented2027, daysOff: [{ date: '2027-02-11', to: '2027-02-05', name: '春节' }] },
    'daysOff[0].to 早于 date：2027-02-05',
    '应填最后一天。',
  ],
  [
    'a last day of another year',
    { ...invented2027, daysOff: [{ date: '2027-12-31', to: '2028-01-01', name: '元旦' }] },
    'daysOff[0].to 不在 2027 年内：2028-01-01',
    '一个文件只写一年（可含上一年 12 月的调休）。',
  ],
  ['the key holidays', { ...invented2027, daysoff: [] }, '不认识 daysoff', '是不是想写“daysOff”？'],
  ['no days off', { year: 2027, daysOff: [] }, 'daysOff 是空的', '应填放假的各日（普通周末不必列出）。'],
])('a file with %s is refused', (_, json, what, remedy) => {
  const file = parseHolidays(json)
  expect('problems' in file && file.problems.map((problem) => [problem.what, problem.remedy])).toEqual([
    [what, remedy],
  ])
})

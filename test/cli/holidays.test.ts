import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { parseHolidays, withHolidays } from '../../src/law/holidays-file.ts'
import { stateCouncilCalendar } from '../../src/law/state-council-calendar.ts'
import { dayOffName, lastWorkingDayUpTo, workingDaysBetween } from '../../src/law/working-days.ts'
import { day } from '../../src/model/date.ts'
import { transcript } from '../fake-io.ts'

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

const whole2027 = {
  year: 2027,
  daysOff: [
    { date: '2026-12-31', to: '2027-01-02', name: '元旦' },
    { date: '2027-02-05', to: '2027-02-11', name: '春节' },
    { date: '2027-04-05', name: '清明节' },
    { date: '2027-05-01', to: '2027-05-05', name: '劳动节' },
    { date: '2027-06-09', to: '2027-06-10', name: '端午节' },
    { date: '2027-10-01', to: '2027-10-07', name: '国庆节、中秋节' },
  ],
  workingDays: ['2026-12-27', '2027-02-20'],
}

async function told(json: unknown, asOf: string, options: readonly string[] = []) {
  const files = { '放假.json': JSON.stringify(json) }
  const args = ['deadline', '--as-of', asOf, '--holidays', '放假.json', ...options]
  const { err } = await transcript(args, { files })
  return err.trimEnd().split('\n')
}

test('a file for a year that the program lacks says what it holds and what it changes', async () => {
  expect(await told(whole2027, '2026-12-20')).toEqual([
    '放假安排 放假.json（2027 年）',
    '  放假：元旦 2026年12月31日至1月2日（3 天），春节 2月5日至2月11日（7 天），清明节 4月5日（1 天），劳动节 5月1日至5月5日（5 天），端午节 6月9日至6月10日（2 天），国庆节、中秋节 10月1日至10月7日（7 天）',
    '  调休上班：2026年12月27日（星期日）、2月20日（星期六）',
    '  与程序内置的不同：2026年12月27日由周末改为工作日，2026年12月31日由工作日改为元旦',
    '  2027-06 期：当日由未知改为端午节，最后工作日由未知改为2027-06-08，剩工作日由未知改为113',
    '  2027-09 期：当日由未知改为工作日，最后工作日由未知改为2027-09-10，剩工作日由未知改为179',
    '  2027-11 期：当日由未知改为工作日，最后工作日由未知改为2027-11-10，剩工作日由未知改为217',
  ])
})

test('a file that contradicts itself, lacks a holiday or works on a Monday is doubted', async () => {
  const file = {
    year: 2027,
    daysOff: whole2027.daysOff.slice(2),
    workingDays: ['2027-05-01', '2027-05-10'],
  }
  const lines = await told(file, '2026-12-20')
  expect([lines[3], lines.at(-1)]).toEqual([
    '  程序内置的没有 2027 年，由这个文件补上',
    '  请对照通知核对：没有写元旦；没有写春节；2027年5月1日（星期六）既写了放假，又写了上班，按上班算；2027年5月10日（星期一）写了调休上班，本来就是工作日',
  ])
})

test('a file for a year that is known says where it differs, and of many days the first', async () => {
  const file = { year: 2024, daysOff: [{ date: '2024-06-10', name: '端午节' }] }
  const lines = await told(file, '2024-06-07')
  expect(lines[3]).toMatch(
    /^ {2}与程序内置的不同：2024年1月1日由元旦改为工作日，2024年2月4日由工作日改为周末，.*……共 \d+ 天$/,
  )
  expect(lines.filter((line) => line.includes('期：'))).toEqual([
    '  2024-11 期：剩工作日由105改为109',
    '  2025-06 期：剩工作日由248改为252',
    '  2025-09 期：剩工作日由314改为318',
    '  2025-11 期：剩工作日由353改为357',
  ])
})

test('the example in the manual is the State Council’s 2026, and changes nothing', async () => {
  const manual = await readFile('docs/manual.md', 'utf8')
  const [, example = ''] = /```json\n(\{\n {2}"year".*?)```/s.exec(manual) ?? []
  const lines = await told(JSON.parse(example), '2026-11-28')
  expect(lines.slice(3)).toEqual(['  与程序内置的 2026 年相同', '  列出的各期都没有变化'])
})

test('a quiet run says nothing of it', async () => {
  expect(await told(whole2027, '2026-12-20', ['-q'])).toEqual([''])
})

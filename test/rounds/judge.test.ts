import { afterEach, describe, expect, test, vi } from 'vitest'
import { day } from '../../src/model/date.ts'
import type { Submission } from '../../src/model/round.ts'
import type { Programme } from '../../src/programmes/programme.ts'
import { deadlineOf } from '../../src/rounds/deadline.ts'
import { remindersOf } from '../../src/rounds/reminders.ts'
import { beichen, chaoyang, pingdingshan, strict } from './example.ts'

function deadline(programme: Programme, asOf: string, receipts: readonly Submission[] = []) {
  return deadlineOf({ programme, asOf: day(asOf), receipts })
}

function current(programme: Programme, asOf: string) {
  const round = deadline(programme, asOf).current
  return round && [round.id, round.status, round.daysLeft, round.workingDaysLeft, round.lastWorkingDay]
}

afterEach(() => {
  vi.unstubAllEnvs()
})

const boundaries: readonly (readonly [
  about: string,
  asOf: string,
  programme: Programme,
  expected: readonly [string, string, number, number | null, string | null],
])[] = [
  ['a due day on 端午节', '2024-06-06', chaoyang, ['2024-06', 'open', 4, 1, '2024-06-07']],
  ['a due day on 端午节', '2024-06-07', chaoyang, ['2024-06', 'open', 3, 0, '2024-06-07']],
  ['a due day on 端午节', '2024-06-09', chaoyang, ['2024-06', 'open', 1, 0, '2024-06-07']],
  ['a due day on 端午节', '2024-06-10', chaoyang, ['2024-06', 'due-today', 0, 0, '2024-06-07']],
  ['a due day on 端午节', '2024-06-11', chaoyang, ['2024-06', 'overdue', -1, 0, '2024-06-07']],
  ['a working due day', '2024-09-09', chaoyang, ['2024-09', 'open', 1, 1, '2024-09-10']],
  ['a working due day', '2024-09-10', chaoyang, ['2024-09', 'due-today', 0, 0, '2024-09-10']],
  ['a working due day', '2024-09-11', chaoyang, ['2024-09', 'overdue', -1, 0, '2024-09-10']],
  ['a due day on a Sunday', '2024-11-08', chaoyang, ['2024-11', 'open', 2, 0, '2024-11-08']],
  ['a due day on a Sunday', '2024-11-10', chaoyang, ['2024-11', 'due-today', 0, 0, '2024-11-08']],
  ['a due day on a Sunday', '2024-11-11', chaoyang, ['2024-11', 'overdue', -1, 0, '2024-11-08']],
  ['a due day on 中秋节', '2022-09-09', chaoyang, ['2022-09', 'open', 1, 0, '2022-09-09']],
  ['a due day on 中秋节', '2022-09-10', chaoyang, ['2022-09', 'due-today', 0, 0, '2022-09-09']],
  ['a due day in the National Day run', '2023-09-26', beichen, ['2023-10', 'open', 9, 2, '2023-09-28']],
  ['a due day in the National Day run', '2023-10-05', beichen, ['2023-10', 'due-today', 0, 0, '2023-09-28']],
  ['a due day in the National Day run', '2023-10-07', beichen, ['2023-10', 'overdue', -2, 0, '2023-09-28']],
  ['a due day on 清明节', '2023-04-04', beichen, ['2023-04', 'open', 1, 0, '2023-04-04']],
  ['a due day after make-up days', '2024-05-04', beichen, ['2024-05', 'open', 1, 0, '2024-04-30']],
  ['a leap day', '2024-02-29', chaoyang, ['2024-06', 'open', 102, 69, '2024-06-07']],
  ['the year of the campaign', '2019-12-13', pingdingshan, ['2019-12', 'open', 2, 0, '2019-12-13']],
  ['the year of the campaign', '2019-12-16', pingdingshan, ['2019-12', 'overdue', -1, 0, '2019-12-13']],
  ['the last day of a year', '2024-12-31', chaoyang, ['2025-06', 'open', 161, 106, '2025-06-10']],
  ['the first day of a year', '2025-01-01', chaoyang, ['2025-06', 'open', 160, 106, '2025-06-10']],
  ['an unpublished year', '2026-12-31', chaoyang, ['2027-06', 'open', 161, null, null]],
  ['an unpublished year', '2027-06-11', chaoyang, ['2027-06', 'overdue', -1, 0, null]],
  ['前 without the day', '2024-06-08', strict, ['2024-06', 'open', 1, 0, '2024-06-07']],
  ['前 without the day', '2024-06-09', strict, ['2024-06', 'due-today', 0, 0, '2024-06-07']],
  ['前 without the day', '2024-06-10', strict, ['2024-06', 'overdue', -1, 0, '2024-06-07']],
]

test.each(boundaries)('%s as of %s', (_, asOf, programme, expected) => {
  expect(current(programme, asOf)).toEqual(expected)
})

test.each([
  'UTC',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Europe/London',
  'Australia/Lord_Howe',
  'Pacific/Apia',
])('a clock in %s changes nothing', (zone) => {
  vi.stubEnv('TZ', zone)
  expect(boundaries.map(([, asOf, programme]) => current(programme, asOf))).toEqual(
    boundaries.map(([, , , expected]) => expected),
  )
})

describe('the rounds shown', () => {
  test('are those of the year, the earlier ones past', () => {
    expect(deadline(chaoyang, '2024-10-01').rounds.map(({ id, status }) => [id, status])).toEqual([
      ['2024-06', 'past'],
      ['2024-09', 'past'],
      ['2024-11', 'open'],
    ])
  })

  test('include the current one of another year', () => {
    expect(deadline(chaoyang, '2024-12-31').rounds.map(({ id }) => id)).toEqual([
      '2024-06',
      '2024-09',
      '2024-11',
      '2025-06',
    ])
    expect(deadline(beichen, '2024-01-02').rounds).toHaveLength(12)
    expect(deadline(pingdingshan, '2018-05-01').rounds.map(({ id }) => id)).toEqual(['2019-12'])
  })

  test('are none after a campaign', () => {
    const { rounds, current: none, reason } = deadline(pingdingshan, '2020-05-01')
    expect([rounds, none, reason]).toEqual([[], null, '上一期（2019-12-15）已过 138 天，此后没有报送安排'])
  })
})

describe('with receipts', () => {
  const receipts = [
    { round: '2024-06', submittedOn: day('2024-06-10') },
    { round: '2024-06', submittedOn: day('2024-06-20') },
    { round: '2024-09', submittedOn: day('2024-09-12') },
    { round: '2024-11', submittedOn: day('2024-12-01') },
  ]

  test('a round is handed in, handed in late, or not yet on the day asked about', () => {
    const { rounds, current: round } = deadline(chaoyang, '2024-11-11', receipts)
    expect(rounds.map(({ status, submittedOn }) => [status, submittedOn])).toEqual([
      ['submitted', '2024-06-10'],
      ['submitted-late', '2024-09-12'],
      ['overdue', null],
    ])
    expect(round?.id).toBe('2024-11')
  })

  test('two rounds missed are both overdue, those before the first record past', () => {
    const { rounds } = deadline(beichen, '2024-05-20', [{ round: '2024-03', submittedOn: day('2024-03-04') }])
    expect(rounds.slice(0, 6).map(({ id, status }) => [id, status])).toEqual([
      ['2024-01', 'past'],
      ['2024-02', 'past'],
      ['2024-03', 'submitted'],
      ['2024-04', 'overdue'],
      ['2024-05', 'overdue'],
      ['2024-06', 'open'],
    ])
  })
})

function alarms(programme: Programme, asOf: string, receipts: readonly Submission[] = []) {
  const { rounds } = deadlineOf({ programme, asOf: day(asOf), receipts })
  return remindersOf(rounds).map(({ round, alarms: days, unpublishedYear }) => [
    round.id,
    ...days.map((alarm) => alarm.day),
    ...(unpublishedYear === null ? [] : [unpublishedYear]),
  ])
}

test('alarms ring 7 and 1 working days before', () => {
  expect(alarms(chaoyang, '2024-03-01')).toEqual([
    ['2024-06', '2024-05-30', '2024-06-07'],
    ['2024-09', '2024-08-30', '2024-09-09'],
    ['2024-11', '2024-10-31', '2024-11-08'],
  ])
})

test('alarms of a round in a holiday run ring before the run', () => {
  expect(alarms(beichen, '2023-09-20').at(9)).toEqual(['2023-10', '2023-09-20', '2023-09-28'])
})

test('alarms count from the day before where 前 excludes the day', () => {
  expect(alarms(strict, '2024-03-01')[1]).toEqual(['2024-09', '2024-08-29', '2024-09-06'])
})

test('a round handed in or past rings no more', () => {
  const receipts = [{ round: '2024-09', submittedOn: day('2024-09-09') }]
  expect(alarms(chaoyang, '2024-09-11', receipts)).toEqual([
    ['2024-06'],
    ['2024-09'],
    ['2024-11', '2024-10-31', '2024-11-08'],
  ])
})

test('in an unpublished year alarms count Monday to Friday, and the year is named', () => {
  expect(alarms(chaoyang, '2027-01-04')[0]).toEqual(['2027-06', '2027-06-01', '2027-06-09', 2027])
})

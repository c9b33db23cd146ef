import { expect, test } from 'vitest'
import { day } from '../../src/model/date.ts'
import type { Submission } from '../../src/model/round.ts'
import type { Programme } from '../../src/programmes/programme.ts'
import { deadlineOf } from '../../src/rounds/deadline.ts'
import { remindersOf } from '../../src/rounds/reminders.ts'
import { beichen, chaoyang, strict } from './example.ts'

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

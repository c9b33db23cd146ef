import { expect, test } from 'vitest'
import { latestFor, previousReturn, submissionsOf } from '../../src/archive/history.ts'
import { day } from '../../src/model/date.ts'
import { receiptOf } from './receipt.ts'

const november = receiptOf({ round: '2023-11', day: day('2023-11-08') })
const june = receiptOf({ day: day('2024-06-07') })
const corrected = receiptOf({ day: day('2024-06-12'), revision: 2, cases: [] })
const september = receiptOf({ round: '2024-09', day: day('2024-09-09') })
const all = [september, corrected, november, june]

test('the latest of a round is the one last corrected', () => {
  expect(latestFor('2024-06', all)).toBe(corrected)
  expect(latestFor('2024-11', all)).toBeUndefined()
})

test.each([
  ['2024-09', '2024-09-01', corrected],
  ['2024-09', '2024-06-10', june],
  ['2024-06', '2024-06-20', november],
  ['2023-11', '2024-06-20', undefined],
  ['2024-11', '2024-08-01', corrected],
  [null, '2024-12-31', september],
] as const)('before round %s, as of %s', (round, asOf, expected) => {
  expect(previousReturn(all, round, day(asOf))).toBe(expected)
})

test('every day of handing in counts for the rounds', () => {
  expect(submissionsOf([june, corrected])).toEqual([
    { round: '2024-06', submittedOn: '2024-06-07' },
    { round: '2024-06', submittedOn: '2024-06-12' },
  ])
})

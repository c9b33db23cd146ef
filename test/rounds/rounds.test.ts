import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../src/model/date.ts'
import type { Programme } from '../../src/programmes/programme.ts'
import { roundNamed } from '../../src/rounds/current-round.ts'
import { roundsOf } from '../../src/rounds/rounds.ts'
import { beichen, builtIn, chaoyang, pingdingshan, strict } from './example.ts'

const assumed = '按 2024 年通知推定，以当年通知为准'

function dues(programme: Programme, year: number): readonly string[] {
  return roundsOf(programme, year).map(({ due }) => due)
}

test('the three days of chaoyang are the rounds of 2024, as its notice says', () => {
  expect(roundsOf(chaoyang, 2024)).toEqual([
    { id: '2024-06', due: '2024-06-10', lastDay: '2024-06-10', assumption: null },
    { id: '2024-09', due: '2024-09-10', lastDay: '2024-09-10', assumption: null },
    { id: '2024-11', due: '2024-11-10', lastDay: '2024-11-10', assumption: null },
  ])
})

test.each([2023, 2025, 2027])('in %d they are an assumption and say so', (year) => {
  expect(roundsOf(chaoyang, year).map(({ assumption }) => assumption)).toEqual([assumed, assumed, assumed])
})

test('where 前 excludes the day, the day before is the last one', () => {
  expect(roundsOf(strict, 2024).map(({ id, due, lastDay }) => [id, due, lastDay])).toEqual([
    ['2024-06', '2024-06-10', '2024-06-09'],
    ['2024-09', '2024-09-10', '2024-09-09'],
    ['2024-11', '2024-11-10', '2024-11-09'],
  ])
})

test('a monthly programme has twelve rounds', () => {
  expect(dues(beichen, 2023)).toEqual(
    ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map(
      (month) => `2023-${month}-05`,
    ),
  )
})

test.each([
  [2023, '2023-02-28'],
  [2024, '2024-02-29'],
])('the 31st of every month is in February %d the %s', (year, due) => {
  const lastOfMonth: Programme = { ...beichen, due: { every: 'month', day: 31 } }
  expect(dues(lastOfMonth, year)[1]).toBe(due)
})

test.each([
  [2023, ['2023-02-28']],
  [2024, ['2024-02-28', '2024-02-29']],
])('29 February falls in %d on its last day', (year, days) => {
  expect(dues({ ...chaoyang, due: { every: 'year', days: ['02-29', '02-28'] } }, year)).toEqual(days)
})

test('two rounds in one month are told apart by their days', () => {
  const twice: Programme = { ...chaoyang, due: { every: 'year', days: ['06-25', '06-10', '09-10'] } }
  expect(roundsOf(twice, 2024).map(({ id }) => id)).toEqual(['2024-06-10', '2024-06-25', '2024-09'])
})

test('a campaign has rounds in its own year only', () => {
  expect([2018, 2019, 2020].map((year) => dues(pingdingshan, year))).toEqual([[], ['2019-12-15'], []])
})

test.each(['anyang', 'shanxi'])('the notice of %s names no dates', (id) => {
  expect([2022, 2024, 2026].flatMap((year) => roundsOf(builtIn(id), year))).toEqual([])
})

test.each([
  ['2024-06', '2024-06-10'],
  ['2024-06-10', '2024-06-10'],
  ['1', '2026-06-10'],
  ['3', '2026-11-10'],
  ['2025-11', '2025-11-10'],
])('--round %s names the round due on %s', (text, due) => {
  expect(roundNamed(chaoyang, text, day('2026-03-01'))).toMatchObject({ due })
})

const ofYear2024 = '2024 年各期：1（2024-06）、2（2024-09）、3（2024-11）。'

test.each([
  ['4', '--round 4：没有这一期', ofYear2024],
  ['0', '--round 0：没有这一期', ofYear2024],
  ['00', '--round 00：没有这一期', ofYear2024],
  ['-1', '--round -1：没有这一期', ofYear2024],
  ['2024-07', '--round 2024-07：没有这一期', ofYear2024],
  ['2024-06-11', '--round 2024-06-11：没有这一期', ofYear2024],
  ['六月', '--round 六月：没有这一期', ofYear2024],
  ['', '--round ：没有这一期', ofYear2024],
])('--round %s names none', (text, message, remedy) => {
  expect(roundNamed(chaoyang, text, day('2024-03-01'))).toEqual({ message, remedy })
})

test('--round with a month of two rounds asks for the day', () => {
  const twice: Programme = { ...chaoyang, due: { every: 'year', days: ['06-10', '06-25'] } }
  expect(roundNamed(twice, '2024-06', day('2024-03-01'))).toEqual({
    message: '--round 2024-06：该月不止一期',
    remedy: '请写明日期：2024-06-10、2024-06-25。',
  })
})

test('--round has nothing to name in a programme without dates, or outside a campaign', () => {
  expect(roundNamed(builtIn('anyang'), '1', day('2024-03-01'))).toEqual({
    message: '--round 1：通知没有规定报送日期',
    remedy: '请去掉 --round。',
  })
  expect(roundNamed(pingdingshan, '1', day('2024-03-01'))).toEqual({
    message: '--round 1：2024 年没有报送安排',
    remedy: '请去掉 --round，或换一个年份。',
  })
})

test('every round is named by its id, its due day and its number', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1990, max: 2100 }),
      fc.constantFrom(chaoyang, beichen, strict),
      (year, programme) => {
        const asOf = day(`${year}-05-20`)
        for (const [i, round] of roundsOf(programme, year).entries()) {
          const names = [round.id, round.due, String(i + 1)]
          expect(names.map((name) => roundNamed(programme, name, asOf))).toEqual([round, round, round])
        }
      },
    ),
  )
})

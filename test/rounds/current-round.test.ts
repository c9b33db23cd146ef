import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '../../src/model/date.ts'
import type { Submission } from '../../src/model/round.ts'
import type { Programme } from '../../src/programmes/programme.ts'
import { currentRound } from '../../src/rounds/current-round.ts'
import { beichen, builtIn, chaoyang, pingdingshan, strict } from './example.ts'

function choice(programme: Programme, asOf: string, receipts?: readonly Submission[]) {
  const { round, reason } = currentRound({ programme, asOf: day(asOf), ...(receipts && { receipts }) })
  return [round?.id, reason]
}

function receipt(round: string, submittedOn: string): Submission {
  return { round, submittedOn: day(submittedOn) }
}

describe('without an archive, three rounds a year', () => {
  test.each([
    ['2024-06-09', '2024-06', '上一期（2023-11-10）已过 212 天，按下一期'],
    ['2024-06-10', '2024-06', '上一期（2023-11-10）已过 213 天，按下一期'],
    ['2024-06-11', '2024-06', '截止刚过 1 天，仍按该期'],
    ['2024-06-25', '2024-06', '截止刚过 15 天，仍按该期'],
    ['2024-06-26', '2024-09', '上一期（2024-06-10）已过 16 天，按下一期'],
    ['2024-09-09', '2024-09', '上一期（2024-06-10）已过 91 天，按下一期'],
    ['2024-09-10', '2024-09', '上一期（2024-06-10）已过 92 天，按下一期'],
    ['2024-09-11', '2024-09', '截止刚过 1 天，仍按该期'],
    ['2024-09-25', '2024-09', '截止刚过 15 天，仍按该期'],
    ['2024-09-26', '2024-11', '上一期（2024-09-10）已过 16 天，按下一期'],
    ['2024-11-09', '2024-11', '上一期（2024-09-10）已过 60 天，按下一期'],
    ['2024-11-10', '2024-11', '上一期（2024-09-10）已过 61 天，按下一期'],
    ['2024-11-25', '2024-11', '截止刚过 15 天，仍按该期'],
    ['2024-11-26', '2025-06', '上一期（2024-11-10）已过 16 天，按下一期'],
    ['2024-12-31', '2025-06', '上一期（2024-11-10）已过 51 天，按下一期'],
    ['2025-01-01', '2025-06', '上一期（2024-11-10）已过 52 天，按下一期'],
    ['2024-02-29', '2024-06', '上一期（2023-11-10）已过 111 天，按下一期'],
  ])('%s belongs to %s', (asOf, round, reason) => {
    expect(choice(chaoyang, asOf)).toEqual([round, reason])
  })
})

describe('without an archive, other rhythms', () => {
  test.each([
    ['2023-03-05', '2023-03', '上一期（2023-02-05）已过 28 天，按下一期'],
    ['2023-03-06', '2023-03', '截止刚过 1 天，仍按该期'],
    ['2023-03-12', '2023-03', '截止刚过 7 天，仍按该期'],
    ['2023-03-13', '2023-04', '上一期（2023-03-05）已过 8 天，按下一期'],
    ['2023-12-31', '2024-01', '上一期（2023-12-05）已过 26 天，按下一期'],
    ['2024-01-05', '2024-01', '上一期（2023-12-05）已过 31 天，按下一期'],
    ['2024-01-08', '2024-01', '截止刚过 3 天，仍按该期'],
  ])('a quarter of a month after the 5th at most: %s belongs to %s', (asOf, round, reason) => {
    expect(choice(beichen, asOf)).toEqual([round, reason])
  })

  test.each([
    ['2018-01-01', '2019-12', '尚无已到期的报送，按首期'],
    ['2019-12-15', '2019-12', '尚无已到期的报送，按首期'],
    ['2019-12-30', '2019-12', '截止刚过 15 天，仍按该期'],
    ['2019-12-31', undefined, '上一期（2019-12-15）已过 16 天，此后没有报送安排'],
    ['2024-06-07', undefined, '上一期（2019-12-15）已过 1636 天，此后没有报送安排'],
  ])('a campaign of one round: %s belongs to %s', (asOf, round, reason) => {
    expect(choice(pingdingshan, asOf)).toEqual([round, reason])
  })

  test('a due day that is excluded is past on the day itself', () => {
    expect(choice(strict, '2024-06-09')[0]).toBe('2024-06')
    expect(choice(strict, '2024-06-10')).toEqual(['2024-06', '截止刚过 1 天，仍按该期'])
  })

  test('no dates, no round', () => {
    expect(choice(builtIn('shanxi'), '2024-06-07')).toEqual([undefined, '通知没有规定报送日期'])
  })
})

describe('with an archive', () => {
  test.each([
    ['one round behind', [receipt('2024-06', '2024-06-07')], '2024-12-20', '2024-09'],
    [
      'all of the year handed in',
      [receipt('2024-06', '2024-06-07'), receipt('2024-09', '2024-09-09')],
      '2024-09-11',
      '2024-11',
    ],
    ['the next year begun', [receipt('2024-11', '2024-11-08')], '2024-11-11', '2025-06'],
    ['a gap', [receipt('2024-11', '2024-11-08'), receipt('2024-06', '2024-06-07')], '2024-11-11', '2024-09'],
    ['a return ahead of its time', [receipt('2024-11', '2024-09-20')], '2024-09-21', '2025-06'],
  ])('the earliest round not handed in since the first record: %s', (_, receipts, asOf, round) => {
    const first = [...receipts].sort((a, b) => (a.round < b.round ? -1 : 1))[0]?.round
    expect(choice(chaoyang, asOf, receipts)).toEqual([round, `${first} 起有报送记录，按其后最早未报送的一期`])
  })

  test('an empty one, one of other rounds only and one of later days tell nothing', () => {
    const expected = ['2024-06', '截止刚过 1 天，仍按该期']
    expect(choice(chaoyang, '2024-06-11', [])).toEqual(expected)
    expect(choice(chaoyang, '2024-06-11', [receipt('2024-07', '2024-06-07')])).toEqual(expected)
    expect(choice(chaoyang, '2024-06-11', [receipt('2024-06', '2024-06-12')])).toEqual(expected)
  })

  test('a campaign handed in leaves nothing to do', () => {
    expect(choice(pingdingshan, '2019-12-20', [receipt('2019-12', '2019-12-13')])).toEqual([
      undefined,
      '2019-12 起有报送记录，各期均已报送',
    ])
  })
})

test('on every day the round chosen is the next one or has been due for at most 15 days', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -3000, max: 3000 }),
      fc.constantFrom(chaoyang, beichen, strict),
      (days, programme) => {
        const asOf = addDays(day('2024-06-10'), days)
        const { round } = currentRound({ programme, asOf })
        expect(round && round.due >= addDays(asOf, -15)).toBe(true)
      },
    ),
  )
})

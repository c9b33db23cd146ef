import { expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { day } from '../../src/model/date.ts'
import { isInPeriod, periodOf } from '../../src/table/period.ts'
import { caseOf, closedWith } from './build.ts'

const asOf = day('2024-09-09')
const sinceLast = periodOf('since-last', asOf, day('2024-06-10'))
const thisYear = periodOf('year-to-date', asOf, null)

function ran(filed: string, closed?: string): Case {
  return caseOf({
    filed: day(filed),
    ...(closed !== undefined && { closed: day(closed), ...closedWith('行政处罚') }),
  })
}

test('a period begins on 1 January, on the day after the last return, or never', () => {
  expect(thisYear).toEqual({ name: 'year-to-date', from: '2024-01-01', to: '2024-09-09' })
  expect(sinceLast).toEqual({ name: 'since-last', from: '2024-06-11', to: '2024-09-09' })
  expect(periodOf('all', asOf, day('2024-06-10'))).toEqual({ name: 'all', from: null, to: '2024-09-09' })
  expect(periodOf('since-last', asOf, null)).toEqual({ name: 'since-last', from: null, to: '2024-09-09' })
})

const calledOpen = { ...ran('2024-01-02', '2024-07-01'), outcome: { state: 'open' } as const }

test.each<readonly [fact: string, c: Case, isIn: boolean]>([
  ['filed on the first day', ran('2024-06-11', '2024-06-12'), true],
  ['filed the day before and closed then', ran('2024-06-09', '2024-06-10'), false],
  ['closed on the first day', ran('2023-12-01', '2024-06-11'), true],
  ['closed on the last day', ran('2023-12-01', '2024-09-09'), true],
  ['filed on the last day', ran('2024-09-09'), true],
  ['open for years', ran('2021-05-06'), true],
  ['closed only after the period', ran('2024-01-02', '2024-09-10'), true],
  ['filed after the period', ran('2024-09-10'), false],
  ['filed and closed after the period', ran('2024-09-10', '2024-09-11'), false],
  ['still open by its outcome, whatever its date', calledOpen, true],
  ['without any date', caseOf({ filed: null }), true],
])('since the last return: a case %s', (_, c, isIn) => {
  expect(isInPeriod(c, sinceLast)).toBe(isIn)
})

test('all cases are in the period of all, a case filed tomorrow too', () => {
  expect(isInPeriod(ran('2024-09-10'), periodOf('all', asOf, null))).toBe(true)
})

test('a case closed last year is not in this year', () => {
  expect(isInPeriod(ran('2023-03-01', '2023-12-31'), thisYear)).toBe(false)
  expect(isInPeriod(ran('2023-03-01', '2024-01-01'), thisYear)).toBe(true)
})

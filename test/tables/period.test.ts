import { expect, test } from 'vitest'
import { type Case, isClosed } from '../../src/model/case.ts'
import { day } from '../../src/model/date.ts'
import { readPeriod } from '../../src/model/period.ts'
import { previousCaseOf } from '../../src/model/previous-case.ts'
import { atPeriodEnd, isInPeriod, periodOf } from '../../src/table/period.ts'
import { caseOf, closedWith } from './build.ts'

const asOf = day('2024-09-09')
const named = (text: string) => periodOf(readPeriod(text) ?? { name: 'all' }, asOf)
const spring = named('2024-04-01..2024-06-07')

function ran(filed: string | null, closed?: string): Case {
  return caseOf({
    filed: filed === null ? null : day(filed),
    ...(closed !== undefined && { closed: day(closed), ...closedWith('行政处罚') }),
  })
}

test.each([
  ['all', null, '2024-09-09'],
  ['since-last', null, '2024-09-09'],
  ['year-to-date', '2024-01-01', '2024-09-09'],
  ['2023', '2023-01-01', '2023-12-31'],
  ['2024', '2024-01-01', '2024-09-09'],
  ['2024-Q2', '2024-04-01', '2024-06-30'],
  ['2024-09', '2024-09-01', '2024-09-09'],
])('%s runs from %s to %s: never beyond the day to judge by', (text, from, to) => {
  expect(named(text)).toEqual({ name: text, from, to })
})

const calledOpen = { ...ran('2024-01-02', '2024-05-01'), outcome: { state: 'open' } as const }

test.each<readonly [fact: string, c: Case, isIn: boolean]>([
  ['filed on the first day', ran('2024-04-01', '2024-04-02'), true],
  ['closed the day before the first', ran('2024-03-30', '2024-03-31'), false],
  ['closed on the first day', ran('2023-12-01', '2024-04-01'), true],
  ['closed on the last day', ran('2023-12-01', '2024-06-07'), true],
  ['filed on the last day', ran('2024-06-07'), true],
  ['open for years', ran('2021-05-06'), true],
  ['closed only after the period', ran('2024-01-02', '2024-06-08'), true],
  ['filed after the period', ran('2024-06-08'), false],
  ['filed and closed after the period', ran('2024-06-08', '2024-06-09'), false],
  ['still open by its outcome, whatever its date', calledOpen, true],
  ['without any date', ran(null), true],
  ['decided on the spot in it, never filed', ran(null, '2024-05-06'), true],
  ['decided on the spot after it', ran(null, '2024-06-08'), false],
])('in a stretch of days: a case %s', (_, c, isIn) => {
  expect(isInPeriod(c, spring)).toBe(isIn)
})

test('all cases are in the period of all, a case filed tomorrow too', () => {
  expect(isInPeriod(ran('2024-09-10'), named('all'))).toBe(true)
})

test('a case closed last year is not in this year', () => {
  expect(isInPeriod(ran('2023-03-01', '2023-12-31'), named('year-to-date'))).toBe(false)
  expect(isInPeriod(ran('2023-03-01', '2024-01-01'), named('year-to-date'))).toBe(true)
})

const before = (c: Case) => previousCaseOf(c)

test.each<readonly [fact: string, c: Case, shown: Case | undefined, isIn: boolean]>([
  ['no return shows, however old', ran('2021-05-06', '2021-06-01'), undefined, true],
  ['was shown open and is closed', ran('2024-03-05', '2024-06-10'), ran('2024-03-05'), true],
  ['was shown open and still is', ran('2024-03-05'), ran('2024-03-05'), true],
  ['was shown closed', ran('2024-06-11', '2024-06-12'), ran('2024-06-11', '2024-06-12'), false],
])('since the last return: a case that %s', (_, c, shown, isIn) => {
  const known = new Map(shown && [[c, before(shown)]])
  expect(isInPeriod(c, named('since-last'), known)).toBe(isIn)
})

test('since the last return, without any: everything', () => {
  expect(isInPeriod(ran('2021-05-06', '2021-06-01'), named('since-last'))).toBe(true)
})

const end = day('2024-03-31')
const { text } = caseOf()

const later = caseOf({
  filed: day('2024-03-05'),
  closed: day('2024-04-01'),
  outcome: { state: 'closed', canonical: '行政处罚' },
  published: '是',
  url: { links: ['https://a.example/1'], words: [], unsafe: [] },
  remark: '已移交档案室',
  text: { ...text, closed: '2024-04-01', outcome: '罚款', published: '是', url: 'https://a.example/1' },
})

test('a case closed the day after the period was open at its end, and how it ended was not known', () => {
  const then = atPeriodEnd(later, end)
  expect(isClosed(then)).toBe(false)
  expect(then).toEqual({ ...later, text, closed: null, outcome: null, published: null, url: null })
})

test.each([
  ['closed on the last day', caseOf({ closed: end, ...closedWith('行政处罚') })],
  ['open', caseOf()],
  ['whose closing cannot be read', caseOf({ closed: undefined })],
])('a case %s stood then as it stands now', (_, c) => {
  expect(atPeriodEnd(c, end)).toBe(c)
})

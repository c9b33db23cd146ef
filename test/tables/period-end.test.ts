import { expect, test } from 'vitest'
import { isClosed } from '../../src/model/case.ts'
import { day } from '../../src/model/date.ts'
import { atPeriodEnd } from '../../src/table/period.ts'
import { caseOf, closedWith } from './build.ts'

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

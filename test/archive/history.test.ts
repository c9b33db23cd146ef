import { expect, test } from 'vitest'
import { earlierThan, latestFor, returnsBy, submissionsOf } from '../../src/archive/history.ts'
import { day } from '../../src/model/date.ts'
import { archivedCase, receiptOf } from './receipt.ts'

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
  ['2023-11', '2023-12-20', undefined],
  ['2023-11', '2024-06-20', corrected],
  ['2024-11', '2024-08-01', corrected],
  [null, '2024-12-31', september],
] as const)('before round %s, as of %s', (round, asOf, expected) => {
  expect(earlierThan(round, returnsBy(day(asOf), all))?.previous).toBe(expected)
})

test('every day of handing in counts for the rounds', () => {
  expect(submissionsOf([june, corrected])).toEqual([
    { round: '2024-06', submittedOn: '2024-06-07' },
    { round: '2024-06', submittedOn: '2024-06-12' },
  ])
})

const wasOpen = { ...archivedCase, closed: null, outcome: null, open: true, published: null, links: [] }
const unnumbered = { ...archivedCase, type: '专利纠纷调解', caseNumber: null } as const

test('every case is known as the latest return that shows it did, with its round where that is not the last', () => {
  const returns = [
    receiptOf({ round: '2023-11', cases: [{ ...archivedCase, caseNumber: '老1号' }, wasOpen] }),
    receiptOf({ round: '2024-06', cases: [archivedCase] }),
    receiptOf({ round: '2024-09', cases: [{ ...wasOpen, caseNumber: '新2号' }] }),
  ]
  const shown = earlierThan(null, returns)?.shown.map(({ caseNumber, open, round }) => [
    caseNumber,
    open,
    round,
  ])
  expect(shown).toEqual([
    ['老1号', false, '2023-11'],
    ['凌市监处罚〔2024〕1号', false, '2024-06'],
    ['新2号', true, undefined],
  ])
})

test('a case that got its final number when it was closed is one, however often it was shown', () => {
  const cases = [{ ...wasOpen, caseNumber: '凌市监立〔2024〕9号' }]
  const returns = [receiptOf({ round: '2023-11', cases }), receiptOf({ round: '2024-06' })]
  expect(earlierThan(null, returns)?.shown.map(({ caseNumber }) => caseNumber)).toEqual([
    '凌市监处罚〔2024〕1号',
  ])
})

test('a case without number that was closed on another day is another case', () => {
  const later = { ...unnumbered, closed: day('2024-07-01') }
  const returns = [
    receiptOf({ round: '2024-06', cases: [unnumbered] }),
    receiptOf({ round: '2024-09', cases: [later] }),
  ]
  expect(earlierThan(null, returns)?.shown.map(({ closed }) => closed)).toEqual(['2024-04-18', '2024-07-01'])
})

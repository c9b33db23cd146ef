import fc from 'fast-check'
import { expect, test } from 'vitest'
import { earlierThan, latestFor, returnsBy, submissionsOf } from '../../src/archive/history.ts'
import { archivedCaseOf, type Receipt } from '../../src/archive/receipt.ts'
import type { Case } from '../../src/model/case.ts'
import { shownBefore } from '../../src/model/continuity.ts'
import { addDays, day } from '../../src/model/date.ts'
import { isInPeriod, periodOf } from '../../src/table/period.ts'
import { buildCase } from '../build-case.ts'
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

/** A case as it runs, in days after 1 January: entered some days after it was filed, closed or not, renumbered or not. */
interface Life {
  readonly filed: number
  readonly lateness: number
  readonly duration: number | null
  readonly isRenumbered: boolean
}

const start = day('2024-01-01')
const dateOf = (days: number): string => addDays(start, days)

function standing({ filed, duration, isRenumbered }: Life, at: number, today: number): Case {
  const end = duration === null ? null : filed + duration
  const isClosed = end !== null && end <= today
  const number = isClosed && isRenumbered ? `罚${at}号` : `立${at}号`
  const closing = isClosed ? { closed: dateOf(end) } : { closed: '', outcome: '在办' }
  return buildCase({ caseNumber: number, filed: dateOf(filed), ...closing })
}

const anyLife: fc.Arbitrary<Life> = fc.record({
  filed: fc.integer({ min: 0, max: 300 }),
  lateness: fc.constantFrom(0, 0, 0, 5, 40, 120),
  duration: fc.option(fc.integer({ min: 0, max: 200 })),
  isRenumbered: fc.boolean(),
})
const anyReturns = fc.uniqueArray(fc.integer({ min: 20, max: 330 }), { minLength: 1, maxLength: 6 })

/** What each return of `since-last` shows of each case: undefined where it is not in it. */
function played(lives: readonly Life[], days: readonly number[]) {
  const returns: Receipt[] = []
  return days.map((today, round) => {
    const entered = lives.map((life, at) => {
      return life.filed + life.lateness <= today ? standing(life, at, today) : undefined
    })
    const cases = entered.filter((c) => c !== undefined)
    const earlier = earlierThan(null, returns)
    const shown = earlier && shownBefore(earlier.shown, cases)
    const period = periodOf({ name: 'since-last' }, day(dateOf(today)))
    const kept = new Set(cases.filter((c) => isInPeriod(c, period, shown)))
    returns.push(receiptOf({ round: `2024-${10 + round}`, cases: [...kept].map(archivedCaseOf) }))
    return entered.map((c) => (c !== undefined && kept.has(c) ? c : undefined))
  })
}

test('whatever runs how long and is entered when, each return has all that is open, and each closing is in one', () => {
  fc.assert(
    fc.property(fc.array(anyLife, { maxLength: 12 }), anyReturns, (lives, unsorted) => {
      const days = unsorted.toSorted((a, b) => a - b)
      const returns = played(lives, days)
      for (const [at, { filed, lateness, duration }] of lives.entries()) {
        const end = duration === null ? Number.POSITIVE_INFINITY : filed + duration
        const seen = returns.map((kept) => kept[at])
        const isDue = days.map((today) => filed + lateness <= today)
        const first = days.findIndex((today, round) => isDue[round] && end <= today)
        expect(seen.map((c) => c !== undefined)).toEqual(
          days.map((today, round) => isDue[round] === true && (end > today || round === first)),
        )
      }
    }),
  )
})

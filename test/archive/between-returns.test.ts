import fc from 'fast-check'
import { expect, test } from 'vitest'
import { earlierThan } from '../../src/archive/history.ts'
import { archivedCaseOf, type Receipt } from '../../src/archive/receipt.ts'
import type { Case } from '../../src/model/case.ts'
import { shownBefore } from '../../src/model/continuity.ts'
import { addDays, day } from '../../src/model/date.ts'
import { isInPeriod, periodOf } from '../../src/table/period.ts'
import { buildCase } from '../build-case.ts'
import { receiptOf } from './receipt.ts'

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

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseType, caseTypes } from '../../src/model/case-type.ts'
import { addDays, day } from '../../src/model/date.ts'
import type { PreviousCase } from '../../src/model/previous-case.ts'
import type { CountedReturn, Figures } from '../../src/model/trend.ts'
import { trendOf } from '../../src/table/trend.ts'

const rounds = ['2023-06', '2023-09', '2024-06', '2024-09'].map((id) => ({ id, due: day(`${id}-10`) }))
const units = ['甲县', '乙县', '丙县']

const anyDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(day('2022-11-01'), days))

const anyCase: fc.Arbitrary<PreviousCase> = fc
  .record({
    type: fc.constantFrom(...caseTypes),
    filed: fc.option(anyDay, { freq: 9 }),
    closed: fc.option(anyDay),
  })
  .map((days) => ({ ...days, caseNumber: null, outcome: null, open: days.closed === null, published: null }))

const anyReturn = fc
  .record({
    unit: fc.constantFrom(...units),
    round: fc.constantFrom(...rounds.map(({ id }) => id)),
    late: fc.integer({ min: -9, max: 9 }),
    cases: fc.array(anyCase, { maxLength: 12 }),
  })
  .map(({ unit, round, late, cases }): CountedReturn => {
    const end = addDays(day(`${round}-10`), late)
    return { unit, round, day: end, period: null, end, cases, known: cases, knownFrom: null }
  })

const anyReturns = fc.uniqueArray(anyReturn, {
  maxLength: 10,
  selector: ({ unit, round }) => `${unit} ${round}`,
})

/** The same counts the long way. */
function naive(cases: readonly PreviousCase[], from: string, to: string) {
  const isIn = (day: string | null): boolean => day !== null && day >= from && day <= to
  return {
    filed: cases.filter(({ filed, closed }) => (filed === null ? isIn(closed) : isIn(filed))).length,
    closed: cases.filter(({ closed }) => isIn(closed)).length,
    open: cases.filter(({ closed }) => closed === null).length,
    cases: cases.length,
  }
}

const trendIn = (returns: readonly CountedReturn[]) => {
  const roster = units.map((unit) => ({ unit, isExpected: true }))
  return trendOf({ returns, rounds, units: roster, types: caseTypes })
}

test('a figure is what counting the rows of the receipt gives', () => {
  fc.assert(
    fc.property(anyReturns, (returns) => {
      const { units: counted } = trendIn(returns)
      const cells = counted.flatMap(({ unit, cells: own }) =>
        own.flatMap((cell) => (cell ? [{ unit, cell }] : [])),
      )
      expect(cells.length).toBe(returns.length)
      for (const made of returns) {
        const found = cells.find(({ unit, cell }) => unit === made.unit && cell.round === made.round)?.cell
        const [from, to] = [`${made.round.slice(0, 4)}-01-01`, made.end]
        const ofType = (type: CaseType | null) => made.cases.filter((c) => c.type === type)
        expect(found?.all).toEqual(naive(made.cases, from, to))
        expect(found?.byType).toEqual(caseTypes.map((type) => ({ type, ...naive(ofType(type), from, to) })))
      }
    }),
  )
})

test('a sum is what its units give, and what its types give', () => {
  fc.assert(
    fc.property(anyReturns, (returns) => {
      const { units: counted, totals } = trendIn(returns)
      const keys = ['filed', 'closed', 'open', 'cases'] as const
      for (const [at, { all, byType }] of totals.entries()) {
        const cells = counted.flatMap(({ cells: own }) => own[at] ?? [])
        const sums = (list: readonly Figures[]) =>
          keys.map((key) => list.reduce((sum, one) => sum + one[key], 0))
        expect(keys.map((key) => all[key])).toEqual(sums(cells.map((cell) => cell.all)))
        expect(keys.map((key) => all[key])).toEqual(sums(byType))
      }
    }),
  )
})

test('year on year counts both returns from 1 January to the earlier of their two days', () => {
  fc.assert(
    fc.property(anyReturns, (returns) => {
      for (const { round, before, units: compared, all } of trendIn(returns).yearOnYear) {
        const of = (id: string, unit: string) =>
          returns.find((one) => one.round === id && one.unit === unit) as CountedReturn
        for (const { unit, filed, closed } of compared) {
          const [now, then] = [of(round, unit), of(before, unit)]
          const until = [now.end, then.end].map((end) => end.slice(5)).sort()[0]
          const upTo = (made: CountedReturn): [string, string] => {
            const year = made.round.slice(0, 4)
            return [`${year}-01-01`, `${year}-${until}`]
          }
          const [one, other] = [naive(now.cases, ...upTo(now)), naive(then.cases, ...upTo(then))]
          expect([filed, closed]).toEqual([
            { now: one.filed, before: other.filed },
            { now: one.closed, before: other.closed },
          ])
        }
        expect(all.filed.now).toBe(compared.reduce((sum, one) => sum + one.filed.now, 0))
      }
    }),
  )
})

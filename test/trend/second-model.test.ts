import fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { type CaseType, caseTypes } from '../../src/model/case-type.ts'
import { addDays, day } from '../../src/model/date.ts'
import type { PreviousCase } from '../../src/model/previous-case.ts'
import type { CountedReturn, Figures } from '../../src/model/trend.ts'
import { displayWidth } from '../../src/render/width.ts'
import { trendOf } from '../../src/table/trend.ts'
import { receipt } from '../cli/returns.ts'
import { bytesAt, fakeIo, transcript } from '../fake-io.ts'
import { cityArchive } from './archive.ts'

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

const env = { IPCASE_ARCHIVE: '存档' }
const command = ['collect', '--rounds', '--as-of', '2025-06-12'] as const

test('the city sees seven units over four rounds, in words', async () => {
  const { exitCode, out, err } = await transcript(command, { env, files: cityArchive() })
  await expect(out).toMatchFileSnapshot('golden/trend.txt')
  expect([exitCode, err]).toEqual([0, ''])
})

test('an archive in the place of returns is looked at in its rounds', async () => {
  const files = cityArchive()
  const named = await transcript(['collect', '存档', '--as-of', '2025-06-12'], { files })
  expect(named).toEqual(await transcript(command, { env, files }))
})

test('as a page it needs no network and no script', async () => {
  const io = fakeIo({ env, files: cityArchive() })
  expect([await run([...command, '-o', '趋势.html'], io), io.printed.out]).toEqual([0, '已写入 趋势.html\n'])
  const out = bytesAt(io, '趋势.html').toString()
  await expect(out).toMatchFileSnapshot('golden/trend.html')
  expect(out).not.toMatch(/<script|https?:|src=/)
  expect(out.match(/<svg /g)).toHaveLength(1 + 5 + 7)
})

test('a narrow terminal has a sentence a row, and nothing is cut', async () => {
  const { out } = await transcript(command, { env, files: cityArchive(), columns: 60 })
  expect(out.split('\n').filter((line) => displayWidth(line) > 60)).toEqual([])
  expect(out).toContain('北票市：2024-06 12/5/7，2024-09 未报，2024-11 25/15/10，\n  2025-06 7/10/7\n')
})

test('more rounds than a page is wide stand one below the other', async () => {
  const twelve = Array.from({ length: 12 }, (_, at) => `2024-${String(at + 1).padStart(2, '0')}`)
  const files = Object.assign(
    {},
    ...twelve.map((round) => receipt({ programme: 'beichen', round, day: day(`${round}-05`) })),
  )
  const asked = ['collect', '--rounds', '--programme', 'beichen', '--as-of', '2024-12-31'] as const
  const { out } = await transcript(asked, { env, files })
  expect(out).toContain('期次＼案件类型  专利侵权裁决  专利纠纷调解  假冒专利  商标侵权   合计\n')
  expect(out.match(/^2024-\d\d {2}.*\d\/\d\/\d$/gm)).toHaveLength(12)
})

test.each([
  [['-f', 'csv'], 2, '各期趋势不能写成 csv'],
  [['-o', '趋势.xlsx'], 2, '各期趋势可写成 .txt、.json、.html 文件'],
  [['--programme', 'shanxi'], 3, '存档 存档 里没有报送方案 shanxi 的报送记录'],
  [['存档', '另一个'], 2, '--rounds 看的是一个存档，不读报送'],
] as const)('%j is refused', async (more, code, sentence) => {
  const { exitCode, err } = await transcript([...command, ...more], { env, files: cityArchive() })
  expect([exitCode, err]).toEqual([code, expect.stringContaining(sentence)])
})

test('a damaged receipt is told of, and as good as none', async () => {
  const files = { ...receipt(), '存档/2024-09/凌源市.json': new Uint8Array() }
  const { err } = await transcript(command, { env, files })
  expect(err).toBe('存档/2024-09/凌源市.json 不作依据：不是完整的 JSON 文件\n')
})

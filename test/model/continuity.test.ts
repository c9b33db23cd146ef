import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Case, type Column, columnBit } from '../../src/model/case.ts'
import { caseTypes } from '../../src/model/case-type.ts'
import { createContinuity } from '../../src/model/continuity.ts'
import { previousCaseOf } from '../../src/model/previous-case.ts'
import { buildCase } from '../build-case.ts'

type Cells = Partial<Record<Column, string>>

const open = { closed: '', outcome: '' }
const number = (count: number) => `凌市监处罚〔2024〕${count}号`

function named(c: { readonly type: unknown; readonly caseNumber: unknown; readonly filed: unknown }): string {
  return [c.type, c.caseNumber, c.filed].join(' ')
}

/** The previous return's rows beside those of now, in words. */
function compared(previous: readonly Cells[], now: readonly Cells[] | readonly Case[]) {
  const continuity = createContinuity(
    previous.map((cells) => previousCaseOf(buildCase(cells))),
    previousCaseOf,
  )
  const cases = now.map((cells) => ('layout' in cells ? cells : buildCase(cells)))
  const met = cases.flatMap((c) => continuity.meet(c) ?? [])
  const { same, renumbered, vanished, added } = continuity.remainder()
  return {
    met: met.map(named),
    same: same.map((pair) => `${named(pair.previous)} → ${named(pair.now)}`),
    renumbered: renumbered.map((pair) => `${named(pair.previous)} → ${named(pair.now)}`),
    vanished: vanished.map(named),
    added: added.map(named),
  }
}

const nothing = { met: [], same: [], renumbered: [], vanished: [], added: [] }

const spelled = ['(2024)1号', '〔2024〕第001号', '2024-1号', '〔2024〕1、2号'].map(
  (end) => `凌市监处罚${end}`,
)

test.each(spelled)('%s holds the number of the same case', (caseNumber) => {
  const met = [`商标侵权 ${caseNumber} 2024-03-05`]
  expect(compared([{ caseNumber }], [{ caseNumber: number(1) }])).toEqual({ ...nothing, met })
})

test('a number under another type is the same case, unless its own type is there too', () => {
  const previous = [{ caseNumber: number(1) }]
  const moved = { type: '假冒专利', caseNumber: number(1) }
  expect(compared(previous, [moved])).toEqual({
    ...nothing,
    same: [`商标侵权 ${number(1)} 2024-03-05 → 假冒专利 ${number(1)} 2024-03-05`],
  })
  expect(compared(previous, [moved, { caseNumber: number(1) }])).toEqual({
    ...nothing,
    met: [`商标侵权 ${number(1)} 2024-03-05`],
    added: [`假冒专利 ${number(1)} 2024-03-05`],
  })
})

test('cases without a number are the same by type and day', () => {
  const mediation = { ...open, type: '专利纠纷调解', caseNumber: '' }
  expect(compared([mediation], [{ ...mediation, filed: '2024-03-06' }, mediation])).toEqual({
    ...nothing,
    same: ['专利纠纷调解  2024-03-05 → 专利纠纷调解  2024-03-05'],
    added: ['专利纠纷调解  2024-03-06'],
  })
})

test('of two without a number the one closed on the same day comes first', () => {
  const [stillOpen, closed] = [{ ...open, caseNumber: '' }, { caseNumber: '' }]
  const continuity = createContinuity(
    [closed, stillOpen].map((cells) => previousCaseOf(buildCase(cells))),
    previousCaseOf,
  )
  for (const cells of [stillOpen, closed]) continuity.meet(buildCase(cells))
  expect(continuity.remainder().same.map(({ previous, now }) => [previous.closed, now.closed])).toEqual([
    ['2024-04-18', '2024-04-18'],
    [null, null],
  ])
})

test('a case that gets its first number, or loses it, stays the same', () => {
  const [without, numbered] = [
    { ...open, caseNumber: '' },
    { ...open, caseNumber: number(7) },
  ]
  expect(compared([without], [numbered]).same).toEqual([
    `商标侵权  2024-03-05 → 商标侵权 ${number(7)} 2024-03-05`,
  ])
  expect(compared([numbered], [without]).same).toEqual([
    `商标侵权 ${number(7)} 2024-03-05 → 商标侵权  2024-03-05`,
  ])
})

test('an open case gone and a new one of its type and day are one renumbered', () => {
  expect(compared([{ ...open, caseNumber: '临1号' }], [{ caseNumber: number(3) }])).toEqual({
    ...nothing,
    renumbered: [`商标侵权 临1号 2024-03-05 → 商标侵权 ${number(3)} 2024-03-05`],
  })
})

test('a closed case gone and a new one closed on its days are one whose number was mended, no other is', () => {
  expect(compared([{ caseNumber: number(1) }], [{ caseNumber: number(11) }]).renumbered).toEqual([
    `商标侵权 ${number(1)} 2024-03-05 → 商标侵权 ${number(11)} 2024-03-05`,
  ])
  const later = [{ caseNumber: number(11), closed: '2024-04-19' }]
  expect(compared([{ caseNumber: number(1) }], later).renumbered).toEqual([])
})

test('a case gone has vanished, open or closed', () => {
  const previous = [{ ...open, caseNumber: number(1) }, { caseNumber: number(2) }]
  expect(compared(previous, [{ caseNumber: number(3), filed: '2024-04-01' }])).toEqual({
    ...nothing,
    vanished: [`商标侵权 ${number(1)} 2024-03-05`, `商标侵权 ${number(2)} 2024-03-05`],
    added: [`商标侵权 ${number(3)} 2024-04-01`],
  })
})

test.each([
  ['its day', { caseNumber: '', filed: '3月5日' }],
  ['its type', { caseNumber: '', type: '商标' }],
  ['all of it', { caseNumber: '', type: '商标', filed: '' }],
])('a row that hides %s is not also a case vanished', (_, cells) => {
  expect(compared([{ ...open, caseNumber: number(1) }], [{ ...open, ...cells }]).vanished).toEqual([])
})

test('a cell that reading found fault with is not believed', () => {
  const broken = { ...buildCase({ caseNumber: number(2) }), faulty: columnBit.caseNumber | columnBit.filed }
  expect(compared([{ caseNumber: number(2) }], [broken]).met).toEqual([])
  expect(compared([{ ...open, caseNumber: number(1) }], [broken]).vanished).toEqual([])
})

test('a previous case without number and day proves nothing', () => {
  expect(compared([{ ...open, caseNumber: '', filed: '' }], [])).toEqual(nothing)
})

const anyCells: fc.Arbitrary<Cells> = fc.record({
  type: fc.constantFrom(...caseTypes, '商标'),
  caseNumber: fc.constantFrom('', number(1), number(2), number(3)),
  filed: fc.constantFrom('', '2024-03-05', '2024-03-06'),
  closed: fc.constantFrom('', '2024-04-18'),
})
const anyReturn = fc.array(anyCells, { maxLength: 8 })

test('a return beside itself shows nothing new and nothing gone, in whatever order', () => {
  fc.assert(
    fc.property(
      anyReturn.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
      ),
      ([rows, shuffled]) => {
        const { renumbered, vanished } = compared(rows, shuffled)
        expect({ renumbered, vanished }).toEqual({ renumbered: [], vanished: [] })
      },
    ),
  )
})

test('a number that stands there twice may be any other case of its type and day', () => {
  const previous = [
    { ...open, caseNumber: number(1) },
    { ...open, caseNumber: number(2) },
  ]
  const twice = { ...open, caseNumber: number(1) }
  expect(compared(previous, [twice, twice])).toEqual({
    ...nothing,
    met: [`商标侵权 ${number(1)} 2024-03-05`],
  })
  expect(compared(previous, [twice, { ...twice, filed: '2024-03-06' }]).vanished).toEqual([
    `商标侵权 ${number(2)} 2024-03-05`,
  ])
})

test('where rows are missing nothing is said to be gone', () => {
  const continuity = createContinuity(
    [previousCaseOf(buildCase({ ...open, caseNumber: number(1) }))],
    previousCaseOf,
  )
  continuity.miss()
  expect(continuity.remainder()).toEqual({ same: [], renumbered: [], vanished: [], added: [] })
})

test('no case stands in two places', () => {
  fc.assert(
    fc.property(anyReturn, anyReturn, (previous, now) => {
      const before = previous.map((cells) => previousCaseOf(buildCase(cells)))
      const cases = now.map(buildCase)
      const continuity = createContinuity(before, previousCaseOf)
      const met = cases.flatMap((c) => continuity.meet(c) ?? [])
      const { same, renumbered, vanished, added } = continuity.remainder()
      const pairs = [...same, ...renumbered]
      const previousOnes = [...met, ...pairs.map((pair) => pair.previous), ...vanished]
      expect(new Set(previousOnes).size).toBe(previousOnes.length)
      const present = [...pairs.map((pair) => pair.now), ...added]
      expect(new Set(present).size).toBe(present.length)
      expect(met.length + present.length).toBeLessThanOrEqual(cases.length)
    }),
  )
})

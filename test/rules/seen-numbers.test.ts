import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSeenNumbers, type Meeting, type SeenPlace } from '../../src/check/seen-numbers.ts'
import { foldCaseNumber } from '../../src/model/case-number.ts'
import { caseTypes } from '../../src/model/case-type.ts'
import { runs } from '../property-tests.ts'

/** The same memory with a map of whole numbers. */
function createPlainMemory() {
  const seen = new Map<string, SeenPlace[]>()
  return (number: string, place: SeenPlace): Meeting | undefined => {
    const key = foldCaseNumber(number)
    const before = seen.get(key) ?? []
    const sameType = before.find(({ type }) => type === place.type)
    if (!sameType) seen.set(key, [...before, place])
    return (sameType ?? before[0]) ? { sameType, otherType: sameType ? undefined : before[0] } : undefined
  }
}

const anyNumber = fc
  .record({
    brackets: fc.constantFrom('〔〕', '﹝﹞', '［］', '[]', '【】', '（）', '()', '「」'),
    year: fc.constantFrom('2023', '2024', '２０２４'),
    count: fc.integer({ min: 1, max: 6 }),
    space: fc.constantFrom('', ' ', '　'),
  })
  .map(
    ({ brackets, year, count, space }) => `朝市监处罚${brackets[0]}${year}${brackets[1]}${space}${count}号`,
  )

test('it tells of every number what a map of whole numbers tells', () => {
  const cases = fc.array(fc.tuple(anyNumber, fc.constantFrom(...caseTypes), fc.boolean()), { maxLength: 60 })
  fc.assert(
    fc.property(cases, (rows) => {
      const seen = createSeenNumbers()
      const plain = createPlainMemory()
      let log = -1
      rows.forEach(([number, type, opensLog], row) => {
        const line = row + 2
        if (opensLog || log < 0) {
          log += 1
          seen.openLog(line)
        }
        const { sameType, otherType } = seen.meet(number, { type, line }) ?? {}
        const expected = plain(number, { type, log, line })
        expect(sameType).toEqual(expected?.sameType)
        if (!sameType) expect(otherType).toEqual(expected?.otherType)
      })
    }),
  )
})

test('two hundred thousand numbers are all new once and all known the second time', () => {
  const seen = createSeenNumbers()
  const total = 200_000
  const place = (line: number) => ({ type: caseTypes[line % 5] ?? ('商标侵权' as const), line })
  const number = (line: number) => `凌市监处罚〔2024〕${line}号`
  let known = 0
  seen.openLog(0)
  for (let line = 0; line < total; line += 1) if (seen.meet(number(line), place(line))) known += 1
  expect(known).toBe(0)
  let right = 0
  seen.openLog(0)
  for (let line = 0; line < total; line += 1) {
    const first = seen.meet(number(line), place(line))?.sameType
    if (first?.log === 0 && first.line === line) right += 1
  }
  expect(right).toBe(total)
})

const numberOf = (count: number) => `凌市监处罚〔2024〕${count}号`

/** Of one log, from its second line on. */
function tableOf(counts: readonly number[]) {
  const apart = createSeenNumbers()
  apart.openLog(2)
  for (const [row, count] of counts.entries()) {
    apart.meet(numberOf(count), { type: '商标侵权', line: row + 2 })
  }
  return apart.takeOut()
}

test('tables that are admitted are known as if their numbers had been met', () => {
  const seen = createSeenNumbers()
  const logs = Array.from({ length: 60 }, (_, log) => log)
  const rows = Array.from({ length: 1000 }, (_, row) => row + 2)
  const counts = (log: number) => rows.map((line) => log * rows.length + line)
  expect(logs.map((log) => seen.admit(tableOf(counts(log)), 0))).toEqual(logs.map(() => true))
  seen.openLog(1)
  const strangers = logs
    .flatMap((log) => rows.map((line) => ({ type: '商标侵权' as const, log, line })))
    .filter(({ log, line }) => {
      const number = numberOf(log * rows.length + line)
      const known = seen.meet(number, { type: '商标侵权', line: 1 })?.sameType
      return known?.log !== log || known.line !== line
    })
  expect(strangers).toEqual([])
})

test('of a table with a known number nothing is admitted, however many stand before and behind it', () => {
  const perLog = 3000
  const log = fc.record({ own: fc.constantFrom(1, 100, perLog), repeated: fc.nat({ max: perLog * 8 }) })
  fc.assert(
    fc.property(fc.array(log, { minLength: 2, maxLength: 8 }), (logs) => {
      const seen = createSeenNumbers()
      const known = new Map<number, { log: number; line: number }>()
      let admitted = 0
      for (const [at, { own, repeated }] of logs.entries()) {
        const counts = [...new Set([...Array.from({ length: own }, (_, row) => at * perLog + row), repeated])]
        const isNew = counts.every((count) => !known.has(count))
        expect(seen.admit(tableOf(counts), 0)).toBe(isNew)
        if (!isNew) continue
        for (const [row, count] of counts.entries()) known.set(count, { log: admitted, line: row + 2 })
        admitted += 1
      }
      seen.openLog(1)
      const met = Array.from({ length: perLog * 8 + 1 }, (_, count) => {
        const { log, line } = seen.meet(numberOf(count), { type: '商标侵权', line: 1 })?.sameType ?? {}
        return log === known.get(count)?.log && line === known.get(count)?.line
      })
      expect(met).not.toContain(false)
    }),
    { numRuns: runs(20) },
  )
})

test('of a table with one known number nothing is admitted', () => {
  const place = (line: number) => ({ type: '商标侵权' as const, line })
  const seen = createSeenNumbers()
  seen.openLog(2)
  seen.meet('凌市监处罚〔2024〕1号', place(2))
  const apart = createSeenNumbers()
  apart.openLog(2)
  apart.meet('凌市监处罚〔2024〕2号', place(2))
  apart.meet('凌市监处罚(2024)1号', { ...place(3), type: '假冒专利' })
  expect(seen.admit(apart.takeOut(), 0)).toBe(false)
  expect(seen.meet('凌市监处罚〔2024〕2号', place(9))).toBe(undefined)
})

test.each([
  ['朝市监处罚〔2024〕1号', '朝市监处罚(2024)1号'],
  ['朝市监处罚﹝2024﹞1号', '朝市监处罚(2024)1号'],
  ['朝市监处罚［２０２４］ １ 号', '朝市监处罚(2024)1号'],
  ['朝市监处罚【2024】１号', '朝市监处罚(2024)1号'],
  ['朝市监处罚「2024」1号', '朝市监处罚(2024)1号'],
  ['朝市监处罚〔2024〕第01号', '朝市监处罚(2024)第01号'],
])('%s compares as %s', (text, folded) => {
  expect(foldCaseNumber(text)).toBe(folded)
})

test('a number of two types is known under both where its table was admitted', () => {
  const apart = createSeenNumbers()
  const number = '凌市监处罚〔2024〕1号'
  apart.openLog(2)
  apart.meet(number, { type: '商标侵权', line: 2 })
  apart.meet(number, { type: '假冒专利', line: 3 })
  const seen = createSeenNumbers()
  seen.admit(apart.takeOut(), 10)
  seen.openLog(1)
  const known = (['商标侵权', '假冒专利'] as const).map(
    (type) => seen.meet(number, { type, line: 1 })?.sameType?.line,
  )
  expect(known).toEqual([12, 13])
})

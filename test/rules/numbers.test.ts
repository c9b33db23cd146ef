import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createCountedTexts } from '../../src/check/counted-texts.ts'
import { createNumbers, type FirstPlace, type Meeting } from '../../src/check/numbers.ts'
import type { ExampleRow } from '../../src/check/rule.ts'
import { columnBit, type Layout } from '../../src/model/case.ts'
import { foldCaseNumber } from '../../src/model/case-number.ts'
import { type CaseType, caseTypes } from '../../src/model/case-type.ts'
import { buildCase } from '../build-case.ts'
import { findingsIn } from '../findings-in.ts'
import { runs } from '../property-tests.ts'

const layoutOf = (path: string): Layout => ({ path, index: {}, heading: {} })

function numbered(caseNumber: string, { type, layout, row }: FirstPlace) {
  return { ...buildCase({ type }), caseNumber, layout, row }
}

/** The same memory with a map of whole numbers. */
function createPlainMemory() {
  const seen = new Map<string, FirstPlace[]>()
  return (number: string, place: FirstPlace): Meeting | undefined => {
    const key = foldCaseNumber(number)
    const before = seen.get(key) ?? []
    const sameType = before.find(({ type }) => type === place.type)
    if (sameType) return { sameType }
    seen.set(key, [...before, place])
    return before[0] && { otherType: before[0] }
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
      const numbers = createNumbers()
      const plain = createPlainMemory()
      let layout = layoutOf('0.csv')
      rows.forEach(([number, type, opensLog], at) => {
        if (opensLog) layout = layoutOf(`${at}.csv`)
        const place = { type, layout, row: at + 2 }
        expect(numbers.meet(numbered(number, place))).toEqual(plain(number, place))
      })
    }),
  )
})

test('with every text it keeps what a map of the texts keeps', () => {
  const signs = fc.constantFrom(...'0019a/号', '〔2024〕', '1234567890', 'https://www.gsxt.gov.cn/')
  const texts = fc.array(fc.array(signs, { maxLength: 5 }), { minLength: 1, maxLength: 80 })
  fc.assert(
    fc.property(texts, (all) => {
      const [counted, plain] = [createCountedTexts(), new Map<string, number>()]
      all.forEach((signs, at) => {
        const text = signs.join('')
        expect(counted.meet(text, at)).toBe(plain.get(text))
        if (!plain.has(text)) plain.set(text, at)
      })
    }),
  )
})

test('two hundred thousand numbers are all new once and all known the second time', () => {
  const numbers = createNumbers()
  const total = 200_000
  const typeAt = (line: number): CaseType => caseTypes[line % 5] ?? '商标侵权'
  const meet = (line: number, layout: Layout) =>
    numbers.meet(numbered(`凌市监处罚〔2024〕${line}号`, { type: typeAt(line), layout, row: line }))
  const [first, second] = [layoutOf('一.csv'), layoutOf('二.csv')]
  const lines = Array.from({ length: total }, (_, line) => line)
  expect(lines.filter((line) => meet(line, first) !== undefined)).toEqual([])
  const strangers = lines.filter((line) => {
    const { sameType } = meet(line, second) ?? {}
    return sameType?.layout !== first || sameType.row !== line
  })
  expect(strangers).toEqual([])
})

test('a case asked about twice is not its own repetition', () => {
  const numbers = createNumbers()
  const c = numbered('凌市监处罚〔2024〕1号', { type: '商标侵权', layout: layoutOf('一.csv'), row: 2 })
  expect([numbers.meet(c), numbers.meet(c)]).toEqual([undefined, undefined])
})

test('a number that cannot be read is not compared', () => {
  const numbers = createNumbers()
  const place = { type: '商标侵权', layout: layoutOf('一.csv') } as const
  const faulty = columnBit.caseNumber
  numbers.meet({ ...numbered('凌市监处罚〔2024〕1号', { ...place, row: 2 }), faulty })
  expect(numbers.meet(numbered('凌市监处罚〔2024〕1号', { ...place, row: 3 }))).toBe(undefined)
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

const log = (...counts: readonly number[]): readonly ExampleRow[] =>
  counts.map((count) => ({ caseNumber: `凌市监处罚〔2024〕${count}号` }))

async function said(logs: readonly (readonly ExampleRow[])[], folds = true, overrides = {}) {
  const findings = await findingsIn(logs, { foldsRepeatedLogs: folds }, overrides)
  return findings.map(({ rule, path, line }) => [rule, path, ...(line === undefined ? [] : [line])].join(' '))
}

test('three and most of a log stand in another: said once', async () => {
  expect(await said([log(1, 2, 3, 4), log(2, 3, 4, 5, 6)])).toEqual(['log-repeated 2.csv'])
})

test('two rows, or half the log, are said one by one', async () => {
  expect(await said([log(1, 2), log(1, 2)])).toEqual([
    'case-number-duplicate 2.csv 2',
    'case-number-duplicate 2.csv 3',
  ])
  expect(await said([log(1, 2, 3), log(1, 2, 3, 4, 5, 6)])).toEqual([
    'case-number-duplicate 2.csv 2',
    'case-number-duplicate 2.csv 3',
    'case-number-duplicate 2.csv 4',
  ])
})

test('a log made of several others is a repetition too, and names them', async () => {
  const findings = await findingsIn([log(1, 2), log(3, 4), log(1, 2, 3, 4)])
  expect(findings.map(({ message }) => message)).toEqual([
    '4 件案件中有 4 件已在「1.csv」「2.csv」里出现，不再逐行列出',
  ])
})

test('a duplicate inside a repeated log is still said', async () => {
  expect(await said([log(1, 2, 3), log(1, 2, 3, 9, 9)])).toEqual([
    'case-number-duplicate 2.csv 6',
    'log-repeated 2.csv',
  ])
})

test('without folding, or with the rule off, every row is said', async () => {
  const rows = [2, 3, 4].map((line) => `case-number-duplicate 2.csv ${line}`)
  expect(await said([log(1, 2, 3), log(1, 2, 3)], false)).toEqual(rows)
  expect(await said([log(1, 2, 3), log(1, 2, 3)], true, { 'log-repeated': 'off' })).toEqual(rows)
})

test('an empty log behind a repeated one says nothing', async () => {
  expect(await said([log(1, 2, 3), log(1, 2, 3), []])).toEqual(['log-repeated 2.csv'])
})

test('one run knows nothing of another', async () => {
  expect(await said([log(1, 2, 3)])).toEqual([])
  expect(await said([log(1, 2, 3)])).toEqual([])
})

test('the place of the first is named across logs', async () => {
  const findings = await findingsIn([log(7, 8), log(9, 8)])
  expect(findings.map(({ message }) => message)).toEqual([
    '案件编号「凌市监处罚〔2024〕8号」与「1.csv」第 3 行重复',
  ])
})

test('with folding or without, every repeated case is accounted for', async () => {
  const logs = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(logs, async (counts) => {
      const rows = counts.map((numbers) => log(...numbers))
      const seen = new Set<number>()
      const repeated = counts.flat().filter((count) => seen.size === seen.add(count).size).length
      expect((await said(rows, false)).length).toBe(repeated)
      const folded = await findingsIn(rows)
      const inLogs = folded
        .filter(({ rule }) => rule === 'log-repeated')
        .map(({ message }) => Number(/有 (\d+) 件/.exec(message)?.[1]))
      const oneByOne = folded.filter(({ rule }) => rule === 'case-number-duplicate').length
      expect(inLogs.reduce((sum, count) => sum + count, oneByOne)).toBe(repeated)
    }),
    { numRuns: runs(60) },
  )
})

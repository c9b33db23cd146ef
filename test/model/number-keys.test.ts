import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createContinuity, shownBefore } from '../../src/model/continuity.ts'
import { keyInWords, numberKeys } from '../../src/model/number-keys.ts'
import { type PreviousCase, previousCaseOf } from '../../src/model/previous-case.ts'
import { buildCase } from '../build-case.ts'

const one = '朝双市监处罚(2024)6号'

test.each([
  ['朝双市监处罚〔2024〕6号', [one]],
  ['朝双市监处罚 [2024] ６ 号', [one]],
  ['朝双市监处罚〔2024〕第6号', [one]],
  ['朝双市监处罚〔2024〕006号', [one]],
  ['朝双市监处罚2024-6号', [one]],
  ['朝双市监处罚-2024-06号', [one]],
  ['朝双市监处罚2024年第6号', [one]],
  ['朝双市监处罚〔2024〕6', [one]],
  ['朝双市监处罚〔2024〕\n6号', [one]],
  ['朝双市监处罚〔2024〕6-1号', ['朝双市监处罚(2024)6-1号']],
  ['朝双市监处罚〔2024〕6号之一', ['朝双市监处罚(2024)6号之一']],
  ['朝双市监处罚〔2024〕60号', ['朝双市监处罚(2024)60号']],
  ['211302-2024-0012', ['211302(2024)12号']],
  ['（2024）辽1302民特005号', ['(2024)辽1302民特5号']],
  ['朝双市监处罚〔2024〕6、7号', [one, '朝双市监处罚(2024)7号']],
  ['朝双市监处罚〔2024〕第6号，第007号', [one, '朝双市监处罚(2024)7号']],
  ['朝双市监处罚2024-6、7号', [one, '朝双市监处罚(2024)7号']],
  ['朝双市监处罚〔2024〕6号和7号', [one, '朝双市监处罚(2024)7号']],
  ['朝双市监处罚〔2024〕6号\n朝双市监处罚〔2024〕7号', [one, '朝双市监处罚(2024)7号']],
  ['朝双市监处罚〔2023〕9号、〔2024〕6号', ['朝双市监处罚(2023)9号', one]],
  ['朝双市监处罚〔2024〕6至8号', [one, '朝双市监处罚(2024)7号', '朝双市监处罚(2024)8号']],
  ['朝双市监处罚〔2024〕6、6号', [one]],
  ['朝双市监处罚〔2024〕6号、某商店', ['朝双市监处罚(2024)6号、某商店']],
  ['34、35号', ['34号', '35号']],
])('%j is compared as %j', (text, keys) => {
  expect(numberKeys(text)).toEqual(keys)
})

const brackets = ['〔〕', '﹝﹞', '［］', '[]', '【】', '（）', '()', '「」', '--'] as const

test('whatever its brackets, 第 and zeros, a number is the same; another number, year or unit is not', () => {
  const anyNumber = fc.record({
    unit: fc.constantFrom('朝双市监处罚', '凌市监罚字', 'LN'),
    year: fc.integer({ min: 2019, max: 2024 }),
    count: fc.integer({ min: 1, max: 120 }),
  })
  const anyHabit = fc.record({
    bracket: fc.constantFrom(...brackets),
    di: fc.constantFrom('', '第'),
    zeros: fc.constantFrom('', '0', '00'),
  })
  fc.assert(
    fc.property(anyNumber, anyNumber, anyHabit, (number, other, { bracket, di, zeros }) => {
      const { unit, year, count } = number
      const [key = ''] = numberKeys(`${other.unit}〔${other.year}〕${other.count}号`)
      const written = `${unit}${bracket[0]}${year}${bracket[1]}${di}${zeros}${count}号`
      expect(numberKeys(written)).toEqual([`${unit}(${year})${count}号`])
      expect(key === numberKeys(written)[0]).toBe(JSON.stringify(number) === JSON.stringify(other))
    }),
  )
})

test('a key is printed with the brackets of the norm', () => {
  expect(keyInWords('朝双市监处罚(2024)6号')).toBe('朝双市监处罚〔2024〕6号')
})

const open = { closed: '', outcome: '' }

test('立案号 and 文号 of one case are one case, whichever a return has', () => {
  const facts = (caseNumber: string | null, filingNumber: string | null) => ({
    ...previousCaseOf(buildCase({ ...open, filed: '' })),
    caseNumber,
    filingNumber,
  })
  const before = [facts('立1号', null), facts('罚2号', '立2号'), facts(null, '立3号')]
  const now = [facts('罚1号', '立1号'), facts('立2号', null), facts('罚3号', '立3号')]
  const continuity = createContinuity(before, (c: PreviousCase) => c)
  expect(now.map((c) => continuity.meet(c))).toEqual(before)
})

test.each<readonly [fact: string, then: Parameters<typeof buildCase>[0], isShown: boolean]>([
  ['open', { ...open, caseNumber: '' }, true],
  ['closed on the same day', { caseNumber: '' }, true],
  ['closed on another day', { caseNumber: '', closed: '2024-04-19' }, false],
])('a case without number is taken for one of its type and day that was shown %s: %s', (_, then, isShown) => {
  const now = buildCase({ caseNumber: '' })
  expect(shownBefore([previousCaseOf(buildCase(then))], [now]).has(now)).toBe(isShown)
})

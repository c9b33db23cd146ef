import { expect, test } from 'vitest'
import { createContinuity, shownBefore } from '../../src/model/continuity.ts'
import { type PreviousCase, previousCaseOf } from '../../src/model/previous-case.ts'
import { buildCase } from '../build-case.ts'

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

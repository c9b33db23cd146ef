import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import type { Case } from '../../src/model/case.ts'
import { caseTypes } from '../../src/model/case-type.ts'
import { differenceOf as compared } from '../../src/model/difference.ts'
import { diffDocument } from '../../src/model/documents/diff.ts'
import { buildCase } from '../build-case.ts'
import { fakeIo } from '../fake-io.ts'

const differenceOf = (before: readonly Case[], after: readonly Case[]) =>
  compared(before, after, { types: caseTypes, isByLinksAlone: false })

const kept = buildCase({ caseNumber: '朝双市监处罚〔2024〕1号' })
const open = { closed: '', outcome: '在办', published: '', url: '' }

function namesOf(cases: readonly { readonly caseNumber: string | null }[]): readonly (string | null)[] {
  return cases.map(({ caseNumber }) => caseNumber)
}

test('the same return differs in nothing', () => {
  expect(differenceOf([kept], [kept])).toEqual({
    before: 1,
    after: 1,
    notCollected: { before: 0, after: 0 },
    added: [],
    removed: [],
    closed: [],
    renumbered: [],
    changed: [],
  })
})

test('another spelling of a number or a day is no change', () => {
  const spelt = buildCase({ caseNumber: '朝双市监处罚[2024]1号' })
  expect(differenceOf([kept], [spelt]).changed).toEqual([])
})

test('what is new, gone, closed and changed is told apart', () => {
  const before = [
    kept,
    buildCase({ caseNumber: '2号', ...open }),
    buildCase({ caseNumber: '3号', filed: '2024-01-02' }),
  ]
  const after = [
    buildCase({ caseNumber: '朝双市监处罚〔2024〕1号', remark: '已执行' }),
    buildCase({ caseNumber: '2号', closed: '2024-06-01' }),
    buildCase({ caseNumber: '4号', filed: '2024-05-20', type: '假冒专利' }),
  ]
  const { added, removed, closed, renumbered, changed } = differenceOf(before, after)
  expect([namesOf(added), namesOf(removed), namesOf(closed), renumbered]).toEqual([
    ['4号'],
    ['3号'],
    ['2号'],
    [],
  ])
  expect(changed).toContainEqual({
    type: '商标侵权',
    caseNumber: '朝双市监处罚〔2024〕1号',
    filed: '2024-03-05',
    field: 'remark',
    from: null,
    to: '已执行',
  })
})

test('an open case that is gone beside a new one of its type and day is taken for one with a new number', () => {
  const before = [buildCase({ caseNumber: '朝双市监立〔2024〕9号', ...open })]
  const after = [buildCase({ caseNumber: '朝双市监处罚〔2024〕20号' })]
  const { renumbered, added, removed } = differenceOf(before, after)
  expect(renumbered.map(({ from, to }) => [from.caseNumber, to.caseNumber])).toEqual([
    ['朝双市监立〔2024〕9号', '朝双市监处罚〔2024〕20号'],
  ])
  expect([added, removed]).toEqual([[], []])
})

const anyCase = fc
  .record({
    caseNumber: fc.constantFrom('', '1号', '2号', '3号', '4号'),
    filed: fc.constantFrom('2024-03-05', '2024-03-06', ''),
    type: fc.constantFrom('商标侵权', '假冒专利'),
    isOpen: fc.boolean(),
  })
  .map(({ isOpen, ...cells }) => buildCase({ ...cells, ...(isOpen && open) }))

test('before less what is gone is after less what is new: no case is lost between the two', () => {
  const returns = fc.array(anyCase, { maxLength: 12 })
  fc.assert(
    fc.property(returns, returns, (before, after) => {
      const { added, removed } = differenceOf(before, after)
      expect(before.length - removed.length).toEqual(after.length - added.length)
    }),
  )
})

/** Whose ledgers hold other kinds, 拟公开, words for blanks, telephone numbers; an annex in Word. */
const logs = ['ledger.csv', 'spellings.csv', 'unit-longcheng.txt', 'unit-yangquan.csv', 'unit-jianping.docx']

const receiptPath = '存档/2024-06/凌源市.json'
const shapes = ['表.json', '表.xlsx', '表.docx', '表.csv', receiptPath]

/** A log with all that is made of it. */
async function madeOf(name: string) {
  const log = `台账${name.slice(name.lastIndexOf('.'))}`
  const io = fakeIo({ files: { [log]: readFileSync(`fixtures/logs/ok/${name}`) } })
  const unit = ['--unit', '凌源市', '-q', '--as-of', '2024-06-07'] as const
  const outputs = shapes.filter((path) => path.startsWith('表')).flatMap((path) => ['-o', path])
  await run(['report', log, ...unit, ...outputs], io)
  await run(['record', log, ...unit, '--archive', '存档', '--round', '2024-06'], io)
  return { log, files: Object.fromEntries(io.files) }
}

test.each(logs)('%s and what is made of it are the same return', async (name) => {
  const { log, files } = await madeOf(name)
  for (const shape of shapes) {
    const io = fakeIo({ files })
    const exitCode = await run(
      ['diff', log, shape, '-f', 'json', '--fail-on', 'never', '--as-of', '2024-06-07'],
      io,
    )
    expect(exitCode, io.printed.err).toBe(0)
    const { added, removed, closed, renumbered, changed } = diffDocument.parse(JSON.parse(io.printed.out))
    expect([shape, added, removed, closed, renumbered, changed]).toEqual([shape, [], [], [], [], []])
  }
})

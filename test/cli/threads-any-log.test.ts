import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ExampleRow } from '../../src/check/rule.ts'
import { ExitCode, UserError } from '../../src/io/io.ts'
import { exampleLog } from '../example-log.ts'
import { gb18030 } from '../gb18030.ts'
import { runs } from '../property-tests.ts'
import { ranOn } from './threads.ts'

type Content = string | Uint8Array | UserError

const root = new URL('../../fixtures/logs', import.meta.url)
const fixtures = ['ok', 'bad'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => !/\.out$|hundreds/.test(name))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, root))),
)

/** Few numbers, so that logs share them. */
const anyRow: fc.Arbitrary<ExampleRow> = fc
  .record({
    type: fc.constantFrom('商标侵权', '假冒专利'),
    number: fc.integer({ min: 1, max: 40 }),
    brackets: fc.constantFrom('〔2024〕', '[2024]'),
    fault: fc.constantFrom<ExampleRow>(
      {},
      {},
      {},
      { url: '' },
      { serial: '7' },
      { type: '' },
      { outcome: '中止' },
    ),
  })
  .map(({ type, number, brackets, fault }) => ({
    type,
    caseNumber: `凌市监处罚${brackets}${number}号`,
    ...fault,
  }))

const rows = fc.array(anyRow, { maxLength: 6 })
const isNew = { weight: 4, arbitrary: rows.map((own) => ({ own, repeats: false })) }
const isRepetition = { weight: 1, arbitrary: rows.map((own) => ({ own, repeats: true })) }

/** Logs of rows; some hold the rows of the one before as well. */
const written = fc
  .tuple(fc.array(fc.oneof(isNew, isRepetition), { minLength: 2, maxLength: 8 }), fc.boolean())
  .map(([logs, inGbk]) =>
    logs.map(({ own, repeats }, at): Content => {
      const text = exampleLog(repeats ? [...(logs[at - 1]?.own ?? []), ...own] : own)
      return inGbk ? gb18030(text) : text
    }),
  )

const strange = fc.array(
  fc.oneof(
    fc.constantFrom<Content>(...fixtures),
    fc.constant<Content>(new UserError('没有权限', '请检查权限。', ExitCode.failure)),
    fc.constant<Content>('\u0000\u0001\u0002'),
  ),
  { maxLength: 3 },
)

const anyFiles = fc
  .record({ written, strange, breaks: fc.array(fc.nat(7), { maxLength: 2 }) })
  .chain((any) =>
    fc
      .shuffledSubarray([...any.written, ...any.strange], { minLength: 2 })
      .map((logs) =>
        Object.fromEntries(
          logs.map((log, at) => [`报送/${at}${any.breaks.includes(at) ? '断' : ''}.csv`, log]),
        ),
      ),
  )

const holidays = JSON.stringify({ year: 2024, daysOff: [{ date: '2024-05-01', name: '劳动节' }] })

const anyOptions = fc
  .tuple(
    fc.constantFrom<string[]>(
      [],
      ['-f', 'json'],
      ['-f', 'csv'],
      ['-q'],
      ['-o', '清单.json', '-o', '清单.csv'],
    ),
    fc.subarray([
      'case-number-duplicate=off',
      'log-repeated=off',
      'case-number-shared=error',
      'serial-wrong=off',
    ]),
    fc.constantFrom<string[]>(
      [],
      ['--fail-on', 'note'],
      ['--holidays', '放假.json'],
      ['--encoding', 'gb18030'],
    ),
  )
  .map(([format, rules, other]) => [...format, ...rules.flatMap((rule) => ['--rule', rule]), ...other])

test('however many threads, and in whatever order they answer, every byte is that of one thread', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyFiles,
      anyOptions,
      fc.record({ count: fc.integer({ min: 2, max: 4 }), worthCases: fc.constantFrom(0, 0, 5) }),
      fc.scheduler(),
      async (logs, options, threads, scheduler) => {
        const args = ['validate', '报送', '--as-of', '2024-06-07', ...options]
        const world = { files: { ...logs, '放假.json': holidays } }
        const expected = await ranOn(args, world)
        const answer = (_: string, checked: () => Promise<unknown>) => scheduler.schedule(checked())
        const ran = await scheduler.waitFor(ranOn(args, world, { ...threads, answer }))
        expect(ran).toEqual(expected)
      },
    ),
    { numRuns: runs(300) },
  )
})

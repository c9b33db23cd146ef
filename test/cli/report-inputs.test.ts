import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReportDocument } from '../../src/model/documents/report.ts'
import type { ValidateDocument } from '../../src/model/documents/validate.ts'
import { transcript, type World } from '../fake-io.ts'
import { runs } from '../property-tests.ts'
import { clumsyLog } from '../tables/clumsy-log.ts'

const headings = ['案件类型', '案件编号', '立案时间', '结案时间', '结案方式', '是否公开', '公开网址', '备注']

function rows(...numbers: readonly string[]): readonly (readonly string[])[] {
  return [headings, ...numbers.map((number) => ['商标侵权', number, '2024-03-05'])]
}

function log(...numbers: readonly string[]): string {
  return rows(...numbers)
    .map((cells) => `${headings.map((_, at) => cells[at] ?? '').join()}\n`)
    .join('')
}

function workbook(sheets: Readonly<Record<string, readonly string[]>>): Uint8Array {
  const book = utils.book_new()
  for (const [name, numbers] of Object.entries(sheets)) {
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows(...numbers).map((row) => [...row])), name)
  }
  return new Uint8Array(write(book, { type: 'array' }))
}

async function reportOf(args: readonly string[], world: World): Promise<ReportDocument> {
  const { out } = await transcript(['report', ...args, '-f', 'json', '-q'], world)
  return JSON.parse(out)
}

function numbered({ sections }: ReportDocument): readonly (readonly [number, string | null])[] {
  return sections.flatMap(({ rows }) => rows.map(({ serial, caseNumber }) => [serial, caseNumber] as const))
}

const files = {
  '2月.csv': log('2月1号', '2月2号'),
  '1月.xlsx': workbook({ 上旬: ['1月1号'], 说明页: [], 下旬: ['1月2号'] }),
}

test.each([
  [
    ['2月.csv', '1月.xlsx'],
    ['2月1号', '2月2号', '1月1号', '1月2号'],
  ],
  [
    ['1月.xlsx', '2月.csv'],
    ['1月1号', '1月2号', '2月1号', '2月2号'],
  ],
  [['.'], ['1月1号', '1月2号', '2月1号', '2月2号']],
  [
    ['-', '2月.csv'],
    ['标准1号', '2月1号', '2月2号'],
  ],
])('%j is one return, numbered in that order', async (words, numbers) => {
  const report = await reportOf(words, { files, stdin: log('标准1号') })
  expect(numbered(report)).toEqual(numbers.map((number, at) => [at + 1, number]))
})

test('a number in two sheets is reported, and the later row left out', async () => {
  const world = { files: { '台账.xlsx': workbook({ 上旬: ['1号', '2号'], 下旬: ['3号', '1号'] }) } }
  const report = await reportOf(['台账.xlsx', '--allow-errors'], world)
  expect(numbered(report)).toEqual([
    [1, '1号'],
    [2, '2号'],
    [3, '3号'],
  ])
  expect(report.leftOut).toEqual([
    {
      path: '台账.xlsx',
      sheet: '下旬',
      line: 3,
      type: '商标侵权',
      caseNumber: '1号',
      filed: '2024-03-05',
      reason: 'rule',
      rules: ['case-number-duplicate'],
      message: expect.stringContaining('重复'),
    },
  ])
})

test('an error of the log itself leaves the log out, not the others', async () => {
  const world = { files: { ...files, '3月.csv': log('3月1号').replace('立案时间', '日') } }
  const report = await reportOf(['2月.csv', '3月.csv', '--allow-errors'], world)
  expect(numbered(report)).toEqual([
    [1, '2月1号'],
    [2, '2月2号'],
  ])
  expect(report.leftOut).toMatchObject([{ path: '3月.csv', reason: 'rule', rules: ['heading-missing'] }])
  expect(report.exitCode).toBe(1)
})

test('the configuration says which logs, how and where to', async () => {
  const config = { logs: ['台账/*.csv'], outputs: ['上报/表.csv'], unit: '凌源市局', sort: 'filed' }
  const world = {
    cwd: '/办案/台账',
    files: {
      '/办案/ipcase.config.json': JSON.stringify(config),
      '/办案/台账/a.csv': log('后').replace('2024-03-05', '2024-03-06'),
      '/办案/台账/b.csv': log('先'),
    },
  }
  const { exitCode, out } = await transcript(['report', '-q'], world)
  expect([exitCode, out]).toEqual([0, ''])
  const report = await reportOf([], world)
  expect([report.unit, numbered(report), report.outputs.map(({ path }) => path)]).toEqual([
    '凌源市局',
    [
      [1, '先'],
      [2, '后'],
    ],
    ['../上报/表.csv'],
  ])
})

test('findings below an error write the table, whatever makes the run fail', async () => {
  const { exitCode, out } = await transcript(['report', '2月.csv', '--fail-on', 'warning'], { files })
  expect([exitCode, out.includes('2月2号')]).toEqual([1, true])
})

test('a rule raised to an error withholds the table, one lowered from it does not', async () => {
  const faulty = { files: { '台账.csv': log('1号', '1号') } }
  const raised = ['--rule', 'unit-missing=error']
  expect(await transcript(['report', '2月.csv', ...raised], { files })).toMatchObject({
    exitCode: 1,
    out: '',
  })
  const lowered = await reportOf(['台账.csv', '--rule', 'case-number-duplicate=note'], faulty)
  expect([lowered.exitCode, numbered(lowered).length]).toEqual([0, 2])
})

test('every case read is in the table or among those left out, and none of them is called none', async () => {
  const options = fc.subarray([
    '--allow-errors',
    '--period=2024-Q1',
    '--sort=filed',
    '--programme=beichen',
    '--rule=type-unknown=note',
    '--rule=type-missing=off',
    '--rule=date-invalid=off',
    '--rule=row-too-long=off',
  ])
  await fc.assert(
    fc.asyncProperty(clumsyLog, clumsyLog, options, async (one, other, chosen) => {
      const world = { files: { '1.csv': one, '2.csv': other } }
      const report = await reportOf(['.', ...chosen], world)
      const checked = await transcript(['validate', '.', '-f', 'json'], world)
      const { logs }: ValidateDocument = JSON.parse(checked.out)
      const cases = logs.reduce((total, log) => total + log.cases, 0)
      expect(numbered(report).length + report.leftOut.length).toBe(cases)
      const { out } = await transcript(['report', '.', ...chosen, '-f', 'csv', '-q'], world)
      const isWhole = report.leftOut.every(({ reason }) => reason !== 'rule')
      const isNil = out !== '' && isWhole && numbered(report).length === 0
      expect(numbered(report).length === 0 && out.includes('本期无案件')).toBe(isNil)
    }),
    { numRuns: runs(50) },
  )
})

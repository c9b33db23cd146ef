import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExitCode } from '../../src/io/io.ts'
import { headSize } from '../../src/log/text/dialect.ts'
import { exampleLog } from '../example-log.ts'
import { gb18030 } from '../gb18030.ts'
import { runs } from '../property-tests.ts'
import { ranOn } from './threads.ts'

const headings = '序号,案件类型,案件编号,立案时间,结案时间,结案方式,是否公开,公开网址,备注'
const otherOrder = '序号,案件类型,案件编号,结案时间,立案时间,结案方式,是否公开,公开网址,备注'

/** As much as is read before the first row is looked at. */
const blankRow = ' '.repeat(headSize)

const row = (serial: number, type: string, number: number, remark = ''): string =>
  `${serial},${type},凌市监处罚〔2024〕${number}号,2024-03-05,2024-04-18,行政处罚,是,https://www.gsxt.gov.cn/${number},${remark}`

const anyRow = fc
  .record({
    serial: fc.integer({ min: 0, max: 12 }),
    type: fc.constantFrom('商标侵权', '商标侵权', '假冒专利', '商标', ''),
    number: fc.integer({ min: 1, max: 400 }),
    remark: fc.constantFrom('', '', '', '已复查', '"已复查"', '"复查\n两次"', '"复查，""未改"""', '5"屏'),
  })
  .map(({ serial, type, number, remark }) => row(serial, type, number, remark))

/** What makes of the rows behind it something else than they are by themselves. */
const disturbance = fc.constantFrom(
  '',
  headings,
  otherOrder,
  '填报单位：凌源市市场监督管理局',
  '合计,12',
  `${row(1, '商标侵权', 900, '"没有合上')}`,
  '\ufeff',
  '坏字\ufffd,商标侵权',
  '只有一格',
)

const goodRows = fc
  .integer({ min: 1, max: 40 })
  .map((count) => Array.from({ length: count }, (_, at) => row(at + 1, '商标侵权', 500 + at)))

const lines = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: anyRow.map((one) => [one]) },
      { weight: 2, arbitrary: goodRows },
      { weight: 1, arbitrary: disturbance.map((one) => [one]) },
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((parts) => parts.flat())

const longLog = fc.record({
  lines,
  lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
  isClosed: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-8', 'gb18030', 'utf-16le'),
})

type LongLog = typeof longLog extends fc.Arbitrary<infer Log> ? Log : never

function bytesOf({ lines: own, lineEnd, isClosed, encoding }: LongLog): Uint8Array {
  const all = [headings, blankRow, ...own].map((line) => line.replaceAll('\n', lineEnd))
  const text = all.join(lineEnd) + (isClosed ? lineEnd : '')
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  return encoding === 'utf-8' ? Buffer.from(text) : gb18030(text.replaceAll(/[\ufeff\ufffd]/g, '?'))
}

const anyOptions = fc
  .tuple(
    fc.constantFrom<string[]>([], ['-f', 'json'], ['-f', 'csv'], ['-o', '清单.json', '-o', '清单.csv']),
    fc.subarray(['case-number-duplicate=off', 'serial-wrong=off', 'serial-wrong=error']),
  )
  .map(([format, rules]) => [...format, ...rules.flatMap((rule) => ['--rule', rule])])

test('however a long log is cut, and whoever reads its stretches, every byte is that of one thread', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(longLog, { minLength: 1, maxLength: 2 }),
      anyOptions,
      fc.record({
        count: fc.integer({ min: 2, max: 4 }),
        stretchBytes: fc.constantFrom(40, 150, 600, 1500),
      }),
      fc.scheduler(),
      async (logs, options, threads, scheduler) => {
        const args = ['validate', '报送', '--as-of', '2024-06-07', ...options]
        const files = Object.fromEntries(logs.map((log, at) => [`报送/${at}.csv`, bytesOf(log)]))
        const expected = await ranOn(args, { files })
        const answer = (_: string, checked: () => Promise<unknown>) => scheduler.schedule(checked())
        const ran = await scheduler.waitFor(ranOn(args, { files }, { ...threads, answer }))
        expect(ran).toEqual(expected)
      },
    ),
    { numRuns: runs(200) },
  )
})

/** A log of so many cases that share nothing. */
function plainLog(cases: number, change: (row: string, at: number) => string = (row) => row): string {
  const numbered = Array.from({ length: cases }, (_, at) => ({ caseNumber: `凌市监处罚〔2024〕${at + 1}号` }))
  const [heading, ...rows] = exampleLog(numbered).split('\n')
  return [heading, blankRow, ...rows.map((one, at) => (one === '' ? '' : change(one, at)))].join('\n')
}

/** How many stretches were asked for and how many answers could be used. */
async function stretchesOf(log: string) {
  let asked = 0
  let answered = 0
  const answer = async (_: string, checked: () => Promise<unknown>): Promise<unknown> => {
    asked++
    const apart = await checked()
    if (apart !== undefined) answered++
    return apart
  }
  const files = { '凌源.csv': log }
  const args = ['validate', '凌源.csv', '--as-of', '2024-06-07', '-f', 'json']
  const ran = await ranOn(args, { files }, { count: 2, stretchBytes: 1000, answer })
  expect(ran).toEqual(await ranOn(args, { files }))
  return { asked, answered, exitCode: ran.exitCode, findings: JSON.parse(ran.out).findings.length }
}

test('of one long log the stretches behind are read ahead, also where every row has a fault', async () => {
  const good = await stretchesOf(plainLog(1500))
  expect(good).toMatchObject({ exitCode: ExitCode.done, findings: 0 })
  expect(good.asked).toBeGreaterThan(50)
  expect(good.answered).toBe(good.asked)
  const faulty = await stretchesOf(
    plainLog(1500, (row, at) => (at % 10 === 9 ? row.replace(/https:[^,]*/, '') : row)),
  )
  expect(faulty).toMatchObject({ exitCode: ExitCode.findings, findings: 150 })
  expect(faulty.asked).toBeGreaterThan(50)
  expect(faulty.answered).toBe(faulty.asked)
})

test('quoted cells do not keep a log from being cut', async () => {
  const { asked, answered } = await stretchesOf(
    plainLog(1500, (row, at) => (at % 10 === 9 ? `${row}"甲，\n乙"` : row)),
  )
  expect(answered).toBeGreaterThan(asked / 2)
})

/** Rows behind which others follow; `change` is given each row and its place. */
const disturbed: readonly (readonly [string, (row: string, at: number) => string])[] = [
  ['numbered through all types', (row, at) => row.replace(/^\d+/, String(at * 3))],
  ['with a number twice in each stretch', (row, at) => (at % 10 === 9 ? `${row}\n${row}` : row)],
  [
    'with a number of a stretch again in a later one',
    (row, at) => row.replace('1400号', '700号') + '甲'.repeat(at % 3),
  ],
  ['with another heading within', (row, at) => (at === 700 ? `${row}\n${otherOrder}` : row)],
  [
    'with another 填报单位 within',
    (row, at) => (at === 700 ? `${row}\n填报单位：凌源市市场监督管理局` : row),
  ],
  ['with a quoted cell over many lines', (row, at) => (at === 700 ? `${row}"甲${'\n乙'.repeat(90)}"` : row)],
  ['with a quote that never closes', (row, at) => (at === 700 ? `${row}"甲` : row)],
  ['with marks before quoted cells', (row, at) => row.replace(/^\d+/, at % 7 === 0 ? '\ufeff"$&"' : '$&')],
  ['with a line longer than stretches', (row, at) => (at === 700 ? `${row}${'甲'.repeat(3000)}` : row)],
  ['with days in another spelling', (row) => row.replace('2024-03-05', '2024年3月5日')],
  ['with rows that are no cases', (row, at) => `${row}${['\n,,', '\n合计,3', '\n2,商标侵权', ''][at % 4]}`],
  ['with line ends of another kind', (row, at) => (at % 9 === 0 ? `${row}\r` : row)],
]

test.each(disturbed)('a log %s is read the same', async (_, change) => {
  await stretchesOf(plainLog(1500, change))
})

test('a log with line ends of an old kind, and here and there a new one, is read the same', async () => {
  await stretchesOf(plainLog(1500).replaceAll('\n', '\r').replaceAll('00号', '00\n号'))
})

test('of a log the first part of which stands in another, the part is said and not the whole', async () => {
  const files = { '报送/1.csv': plainLog(90), '报送/2.csv': plainLog(200) }
  const args = ['validate', '报送', '--as-of', '2024-06-07', '-f', 'json']
  const ran = await ranOn(args, { files }, { count: 2, stretchBytes: 1000 })
  expect(ran).toEqual(await ranOn(args, { files }))
  expect(JSON.parse(ran.out).findings).toHaveLength(90)
})

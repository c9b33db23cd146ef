import fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { headings } from '../../src/model/case.ts'
import { type FixDocument, fixDocument } from '../../src/model/documents/fix.ts'
import { fakeIo } from '../fake-io.ts'
import { packed, sheetData, workbookParts } from '../log/book/office.ts'
import { runs } from '../property-tests.ts'

const site = 'https://a.example.gov.cn/1'

/** What the form says, and what clerks write who mean the same: nothing that only its keeper can decide. */
const safe = {
  serial: ['', '1'],
  type: ['商标侵权', '侵犯注册商标专用权案', ' 假冒专利', '地标', '商标\u200b侵权'],
  caseNumber: ['凌市监〔2024〕1号', '凌市监〔2024〕2号', '凌,"1"号', '凌\n2号'],
  filed: ['2024-03-05', '2024年3月5日', '２０２４.３.５', '45356', '\u200e20240305', '2024-3-5 00:00'],
  closed: ['2024-04-18', '2024/4/18', '/', '—', ''],
  outcome: ['行政处罚', '\ufeff行政处罚', '无', '罚款 '],
  published: ['是', '√', '已公开', 'No', '未公开', '/', '☑是□否'],
  url: [site, `${site}。`, `公开网址：${site}`, `${site}\n${site}2`, '/', `（${site}）`],
  remark: ['', '无', '\u3000某某', '甲,乙;丙\t丁', '某\n某\u200d', '某"某'],
} as const

const doubtful: Readonly<Record<keyof typeof safe, readonly string[]>> = {
  ...safe,
  serial: ['3.', '####', '/'],
  type: ['商标', '商标侵杈', '商标代理', '...', ''],
  caseNumber: ['凌市监[2024]１号', '2024-03-05', '', '/', '待定'],
  filed: ['3月5日', '2024年3月', ''],
  published: ['依法不公开', '拟公开', '否（涉及商业秘密）', '大概'],
  url: ['a.example/1', `见 ${site}`, 'javascript:alert(1)', 'www.a.example.cn；某'],
}

type Column = keyof typeof safe
type Cells = Readonly<Record<Column, string>>
const columns = Object.keys(safe) as readonly Column[]

function cellsFrom(pools: Readonly<Record<Column, readonly string[]>>): fc.Arbitrary<Cells> {
  const one = Object.fromEntries(columns.map((column) => [column, fc.constantFrom(...pools[column])]))
  return fc.record(one as Record<Column, fc.Arbitrary<string>>)
}

const safeRows = fc.array(cellsFrom(safe), { minLength: 1, maxLength: 6 })
const anyRows = fc.array(fc.oneof(cellsFrom(safe), cellsFrom(doubtful)), { minLength: 1, maxLength: 6 })

/** Writes rows as a log; the second ones say how each cell of the first is quoted. */
type Writing = (rows: readonly Cells[], asIn: readonly Cells[]) => Uint8Array

function textWriting(delimiter: string, lineEnd: string, encode: (text: string) => Uint8Array): Writing {
  const cell = (text: string, before: string): string =>
    before.includes(delimiter) || /["\n]/.test(before) ? `"${text.replaceAll('"', '""')}"` : text
  return (rows, asIn) =>
    encode(
      [headings, ...rows]
        .map((row, at) => {
          const before = at === 0 ? headings : asIn[at - 1]
          return columns.map((column) => cell(row[column], before?.[column] ?? '')).join(delimiter) + lineEnd
        })
        .join(''),
    )
}

const writings = fc
  .tuple(
    fc.constantFrom(',', '\t', ';', '，'),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom(
      (text: string) => Buffer.from(text),
      (text: string) => Buffer.from(`\ufeff${text}`),
      (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
    ),
  )
  .map((how) => textWriting(...how))

const workbook: Writing = (rows) =>
  packed(
    workbookParts({
      sheets: { 台账: sheetData([headings, ...rows].map((row) => columns.map((column) => row[column]))) },
    }),
  )

async function outputOf(command: readonly string[], name: string, bytes: Uint8Array) {
  const io = fakeIo({ files: { [name]: bytes } })
  const exitCode = await run([...command, name, '-f', 'json'], io)
  return { exitCode, document: JSON.parse(io.printed.out), files: io.files }
}

async function fixed(name: string, bytes: Uint8Array) {
  const { exitCode, document, files } = await outputOf(['fix'], name, bytes)
  const written = files.get(`/办案/${name.replace('.', '-修正.')}`)
  const [log]: FixDocument['logs'] = fixDocument.parse(document).logs
  expect(exitCode).toEqual(0)
  return { ...log, bytes: written instanceof Uint8Array ? written : bytes }
}

const checking = ['validate', '--as-of', '2024-06-07', '--fail-on', 'never']

async function repairsIn(name: string, bytes: Uint8Array): Promise<number> {
  return (await outputOf(checking, name, bytes)).document.logs[0].repairs
}

type LeftOut = Readonly<Record<'reason' | 'rules', unknown>>
type Section = { readonly type: unknown; readonly rows: readonly Readonly<Record<string, unknown>>[] }

async function tableOf(name: string, bytes: Uint8Array) {
  const { document } = await outputOf(
    ['report', '--as-of', '2024-06-07', '--allow-errors', '--rule', 'serial-wrong=off'],
    name,
    bytes,
  )
  // The line a case stands on is another where the lines of a cell above it were joined.
  const sections = document.sections.map(({ type, rows }: Section) => ({
    type,
    rows: rows.map(({ source: _, ...row }) => row),
  }))
  const leftOut = document.leftOut.map(({ reason, rules }: LeftOut) => ({ reason, rules }))
  return { sections, totals: document.totals, leftOut }
}

test('the log with its repairs and nothing else: the same cells in the same quotes, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, writings, async (rows, written) => {
      const { made = [], bytes } = await fixed('凌源.csv', written(rows, rows))
      const expected = rows.map((row, at) => {
        const edits = made.filter(({ cell }) => cell.slice(1) === String(at + 2))
        return { ...row, ...Object.fromEntries(edits.map(({ column, to }) => [column, to])) }
      })
      expect(Buffer.from(bytes).toString('hex')).toEqual(Buffer.from(written(expected, rows)).toString('hex'))
    }),
    { numRuns: runs(60) },
  )
})

const logs: readonly (readonly [string, fc.Arbitrary<Writing>])[] = [
  ['凌源.csv', writings],
  ['凌源.xlsx', fc.constant(workbook)],
]

test.each(logs)('%s: twice changes nothing more, and the table is the same', async (name, writing) => {
  await fc.assert(
    fc.asyncProperty(anyRows, writing, async (rows, written) => {
      const before = written(rows, rows)
      const once = await fixed(name, before)
      const twice = await fixed(name, once.bytes)
      expect(twice.made).toEqual([])
      const isSeen = !/\p{Cf}/u.test(JSON.stringify(rows))
      if (isSeen) expect(await tableOf(name, once.bytes)).toEqual(await tableOf(name, before))
    }),
    { numRuns: runs(40) },
  )
})

test.each(logs)(
  '%s: what clerks write who mean the same is read as written afterwards',
  async (name, writing) => {
    await fc.assert(
      fc.asyncProperty(safeRows, writing, async (rows, written) => {
        const { bytes, proposed } = await fixed(name, written(rows, rows))
        expect({ proposed, repairs: await repairsIn(name, bytes) }).toEqual({ proposed: [], repairs: 0 })
      }),
      { numRuns: runs(40) },
    )
  },
)

test('every repair that is left is one that was proposed', async () => {
  await fc.assert(
    fc.asyncProperty(anyRows, writings, async (rows, written) => {
      const { bytes, proposed = [] } = await fixed('凌源.csv', written(rows, rows))
      const read = proposed.filter(({ column, reason }) => column !== 'caseNumber' && !/是猜的/.test(reason))
      expect(await repairsIn('凌源.csv', bytes)).toEqual(read.length)
    }),
    { numRuns: runs(60) },
  )
})

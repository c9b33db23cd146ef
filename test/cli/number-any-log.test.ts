import fc from 'fast-check'
import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { createDecoder } from '../../src/log/text/decode.ts'
import { detectDialect } from '../../src/log/text/dialect.ts'
import { cellsOfRecords } from '../../src/log/text/quoted-cells.ts'
import { createSplitter } from '../../src/log/text/records.ts'
import { headings } from '../../src/model/case.ts'
import type { ValidateDocument } from '../../src/model/documents/validate.ts'
import { type FakeIo, fakeIo } from '../fake-io.ts'
import { gb18030 } from '../gb18030.ts'
import { runs } from '../property-tests.ts'

const site = 'https://a.example.gov.cn/1'
const pools = {
  serial: ['', '', '1', '2', '７', '3.', '####', '/', '第4号'],
  type: ['商标侵权', '商标侵权', '假冒专利', '地标', '商标代理', '商标', '', '...', '合计'],
  caseNumber: ['凌市监〔2024〕1号', '凌市监〔2024〕2号', '凌市监〔2024〕3号', '', '1.23E+11', '凌"1"'],
  filed: ['2024-03-05', '2024-03-05', '2024年3月5日', '', '3月5日', '2025-01-01'],
  closed: ['2024-04-18', '2024-04-18', '2024-02-01', '', '/'],
  outcome: ['行政处罚', '行政处罚', '罚款', '在办', '', '结案'],
  published: ['是', '是', '否', '', '大概'],
  url: [site, site, '', 'javascript:alert(1)', `${site}；${site}`],
  remark: ['', '', '某\n某', '甲,乙;丙\t丁，戊', '"', '无效后裁驳', '注：某'],
} as const

type Column = keyof typeof pools
type Cells = Readonly<Record<Column, string>>

const cells = fc.record<Cells>(
  Object.fromEntries(Object.entries(pools).map(([column, pool]) => [column, fc.constantFrom(...pool)])) as {
    readonly [Key in Column]: fc.Arbitrary<string>
  },
)
const other = fc.constantFrom(
  '',
  '...',
  '注：请按案件类型分别编写序号。',
  '填报单位：凌源市市场监督管理局',
  '"',
)
const heading = fc.constant(headings)

interface Shape {
  readonly columns: readonly Column[]
  readonly delimiter: string
  readonly lineEnd: string
  /** How much of what does not need quotes has them, and whether what needs them has. */
  readonly quoting: 'needed' | 'all' | 'torn'
}

const columns = fc
  .shuffledSubarray(Object.keys(headings) as Column[], { minLength: 6 })
  .filter((some) => some.includes('type') && some.includes('caseNumber') && some.includes('filed'))

const shape = fc.record<Shape>({
  columns,
  delimiter: fc.constantFrom(',', '\t', ';', '，'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  quoting: fc.constantFrom('needed', 'all', 'torn'),
})

function written(text: string, { delimiter, quoting }: Shape): string {
  const isNeeded = text.includes('\n') || text.includes(delimiter) || text.startsWith('"')
  const isQuoted = quoting === 'all' || (quoting === 'needed' && isNeeded)
  return isQuoted ? `"${text.replaceAll('"', '""')}"` : text
}

function lineOf(row: string | Cells, form: Shape): string {
  if (typeof row === 'string') return row
  return form.columns.map((column) => written(row[column], form)).join(form.delimiter)
}

const encode = fc.constantFrom(
  (text: string) => Buffer.from(text),
  (text: string) => Buffer.from(`\ufeff${text}`),
  gb18030,
  (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'),
)

const rows = fc.array(fc.oneof({ weight: 8, arbitrary: cells }, other, heading), { maxLength: 10 })

const anyLog = fc
  .tuple(other, rows, shape, encode)
  .map(([above, below, form, bytesOf]) =>
    bytesOf([above, headings, ...below].map((row) => lineOf(row, form) + form.lineEnd).join('')),
  )

function bytesAt(io: FakeIo, path: string): Buffer | undefined {
  const bytes = io.files.get(`/办案/${path}`)
  return bytes instanceof Uint8Array ? Buffer.from(bytes) : undefined
}

async function findingsIn(io: FakeIo, path: string): Promise<readonly string[]> {
  const before = io.printed.out.length
  await run(['validate', path, '-f', 'json', '-q'], io)
  const { findings }: ValidateDocument = JSON.parse(io.printed.out.slice(before))
  // Words that a faulty row keeps in 序号 are no number of ours.
  const ours = findings.filter(({ rule, value = '' }) => rule !== 'serial-wrong' || /^\d+$/.test(value))
  return ours.map(({ line, rule, column }) => `${line} ${rule} ${column}`)
}

type Rows = readonly (readonly string[])[]

function rowsOf(bytes: Buffer): Rows {
  const dialect = detectDialect(bytes, {}, cellsOfRecords)
  if (!dialect) throw new Error('no heading row')
  const decoder = createDecoder(dialect.encoding)
  const found: (readonly string[])[] = []
  const splitter = createSplitter(dialect, (row) => found.push(row.cells), cellsOfRecords)
  splitter.push(decoder.decode(bytes) + decoder.end())
  splitter.end()
  return found
}

function withoutAdded(row: readonly string[], old: readonly string[], serial: number): readonly string[] {
  if (row.length <= old.length) return row
  if (serial < 0) return /^(?:序号|\d*)$/.test(row[0] ?? '') ? row.slice(1) : row
  return /^\d+$/.test(row.at(-1) ?? '') ? row.slice(0, old.length) : row
}

/** The copy without what may be new in it: the cells of 序号, and the separators that lead to one. */
function restOf(copy: Rows, log: Rows): Rows {
  let serial = -1
  return copy.map((row, at) => {
    const old = log[at] ?? []
    if (old.includes('案件类型')) serial = old.indexOf('序号')
    const same = withoutAdded(row, old, serial)
    return same.map((text, index) => (index === serial ? (old[serial] ?? '') : text))
  })
}

test('whatever the log, its copy is numbered right and changed nowhere else', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, async (log) => {
      const io = fakeIo({ files: { '台账.csv': log } })
      const exitCode = await run(['number', '台账.csv'], io)
      const copy = bytesAt(io, '台账-编号.csv')
      if (!copy) {
        expect(exitCode).toBe(1)
        return
      }
      await run(['number', '台账-编号.csv'], io)
      expect(bytesAt(io, '台账-编号-编号.csv')).toEqual(copy)
      const [before, after] = [await findingsIn(io, '台账.csv'), await findingsIn(io, '台账-编号.csv')]
      expect(after.filter((one) => !before.includes(one) || one.includes('serial-wrong'))).toEqual([])
      const [source, written] = [rowsOf(log), rowsOf(copy)]
      expect(restOf(written, source)).toEqual(source)
    }),
    { numRuns: runs(150) },
  )
})

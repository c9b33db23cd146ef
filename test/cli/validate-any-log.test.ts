import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Column, columns, headings } from '../../src/model/case.ts'
import type { ValidateDocument } from '../../src/model/documents/validate.ts'
import { transcript } from '../fake-io.ts'
import { gb18030 } from '../gb18030.ts'
import { runs } from '../property-tests.ts'

interface Fault {
  readonly cells: Readonly<Partial<Record<Column, string>>>
  readonly column: Column
  readonly rule: string
}

/** One cell that is wrong, and what is to be said of it. */
const faults: readonly Fault[] = [
  { cells: { type: '' }, column: 'type', rule: 'type-missing' },
  { cells: { type: '商标侵全' }, column: 'type', rule: 'type-unknown' },
  { cells: { caseNumber: '/' }, column: 'caseNumber', rule: 'case-number-missing' },
  { cells: { caseNumber: '1.23E+11' }, column: 'caseNumber', rule: 'cell-damaged' },
  { cells: { filed: '' }, column: 'filed', rule: 'filed-missing' },
  { cells: { filed: '3月5日' }, column: 'filed', rule: 'date-invalid' },
  { cells: { filed: '2024-05-01' }, column: 'closed', rule: 'closed-before-filed' },
  { cells: { closed: '2024-02-30' }, column: 'closed', rule: 'date-invalid' },
  { cells: { closed: '2024-06-08' }, column: 'closed', rule: 'closed-in-future' },
  { cells: { closed: '' }, column: 'closed', rule: 'closed-missing' },
  { cells: { outcome: '' }, column: 'outcome', rule: 'outcome-missing' },
  { cells: { outcome: '中止' }, column: 'outcome', rule: 'outcome-still-open' },
  { cells: { outcome: '协商' }, column: 'outcome', rule: 'outcome-unknown' },
  { cells: { outcome: '结案' }, column: 'outcome', rule: 'outcome-vague' },
  { cells: { published: '' }, column: 'published', rule: 'published-missing' },
  { cells: { published: '也许' }, column: 'published', rule: 'published-invalid' },
  { cells: { published: '否' }, column: 'url', rule: 'url-unexpected' },
  { cells: { url: '' }, column: 'url', rule: 'url-missing' },
  { cells: { url: '公示栏' }, column: 'url', rule: 'url-not-a-link' },
  { cells: { url: 'file:///C:/1.doc' }, column: 'url', rule: 'url-unsafe' },
  { cells: { remark: '电话13900000000' }, column: 'remark', rule: 'personal-data' },
  { cells: { remark: '=1+1' }, column: 'remark', rule: 'formula-like' },
]

/** Rows that no clerk means as a case, and where they are counted. */
const others = {
  blank: [[], ['', '', '', '', '', '', '', '', ''], [' ', '　']],
  placeholder: [
    ['3', '商标侵权'],
    ['...', '', '', ''],
    ['', '假冒专利', '无'],
    ['', '', '', '本期无案件'],
  ],
  furniture: [
    ['注：请按案件类型分别编写序号。'],
    ['合计', '', '3'],
    ['填表人：', '甲', '审核人：', '乙'],
    Object.values(headings),
  ],
} as const

type Other = keyof typeof others

interface Line {
  readonly cells: readonly string[]
  readonly fault?: Fault
  readonly other?: Other
}

const remark = fc.constantFrom('', '已复查', '已"复"查', '甲,乙;丙\t丁', '分两行\n写的', '分三行\n\n写的')

function caseLine(fault: Fault | undefined): fc.Arbitrary<Line> {
  return fc.record({ number: fc.integer({ min: 1, max: 1e6 }), remark }).map((drawn) => {
    const cells: Readonly<Record<Column, string>> = {
      serial: '',
      type: '商标侵权',
      caseNumber: `朝双市监处罚〔2024〕${drawn.number}号`,
      filed: '2024-03-05',
      closed: '2024-04-18',
      outcome: '行政处罚',
      published: '是',
      url: `https://a.gov.cn/${drawn.number}`,
      remark: drawn.remark,
      ...fault?.cells,
    }
    return { cells: columns.map((column) => cells[column]), ...(fault && { fault }) }
  })
}

const otherLine = (Object.keys(others) as Other[]).map((other) =>
  fc.constantFrom(...others[other]).map((cells): Line => ({ cells, other })),
)

const anyLine = fc.oneof(caseLine(undefined), fc.constantFrom(...faults).chain(caseLine), ...otherLine)

const anyLog = fc.uniqueArray(anyLine, {
  maxLength: 12,
  selector: ({ cells, other }) => (other ? {} : cells[2]),
})

const anyDialect = fc.record({
  delimiter: fc.constantFrom(',', '\t', ';'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'gb18030', 'utf-16le' as const),
  above: fc.constantFrom([], ['附件', '填报单位：凌源市市场监督管理局']),
})

type Dialect = typeof anyDialect extends fc.Arbitrary<infer T> ? T : never

function recordOf(cells: readonly string[], { delimiter }: Dialect): string {
  const quoted = (cell: string) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
  return columns.map((_, at) => quoted(cells[at] ?? '')).join(delimiter)
}

/** The records of a log and the physical line each begins on. */
function written(lines: readonly Line[], dialect: Dialect) {
  const records = [
    ...dialect.above,
    ...[Object.values(headings), ...lines.map(({ cells }) => cells)].map((cells) => recordOf(cells, dialect)),
  ]
  let line = 1
  const begins = records.map((record) => {
    const begun = line
    line += record.split('\n').length
    return begun
  })
  const text = records
    .map((record) => `${record}\n`)
    .join('')
    .replaceAll('\n', dialect.lineEnd)
  const offset = dialect.above.length + 1
  return { text, placeOf: (at: number) => ({ line: begins[at + offset], row: at + offset + 1 }) }
}

function encoded(text: string, encoding: Dialect['encoding']): Uint8Array {
  if (encoding === 'gb18030') return gb18030(text)
  return encoding === 'utf-8' ? Buffer.from(text) : Buffer.from(`\ufeff${text}`, 'utf16le')
}

test('of any log every record is counted once, and every fault is said once where it stands', async () => {
  await fc.assert(
    fc.asyncProperty(anyLog, anyDialect, async (lines, dialect) => {
      const { text, placeOf } = written(lines, dialect)
      const args = ['validate', '-', '-f', 'json', '--as-of', '2024-06-07']
      const { out } = await transcript(args, { stdin: encoded(text, dialect.encoding) })
      const { findings, logs }: ValidateDocument = JSON.parse(out)
      const count = (other?: Other) => lines.filter((line) => line.other === other).length
      expect(logs).toMatchObject([
        {
          rows: lines.length,
          cases: count(),
          skipped: {
            blank: count('blank'),
            placeholder: count('placeholder'),
            furniture: count('furniture'),
          },
        },
      ])
      const expected = lines.flatMap(({ fault }, at) => {
        if (!fault) return []
        const { line, row } = placeOf(at)
        return [[fault.rule, line, `${'ABCDEFGHI'.charAt(columns.indexOf(fault.column))}${row}`]]
      })
      expect(findings.map(({ rule, line, cell }) => [rule, line, cell])).toEqual(expected)
    }),
    { numRuns: runs(200) },
  )
})

import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transcript } from '../fake-io.ts'
import { runs } from '../property-tests.ts'

/**
 * Every record of a log is counted in one place, and every case that is read stands in the table or in the list of what
 * was left out: over logs made of records of which it is known what they are.
 */
const headings = [
  '序号',
  '案件类型',
  '案件编号',
  '立案时间',
  '结案时间',
  '结案方式',
  '是否公开',
  '公开网址',
  '备注',
]

type Kind = 'case' | 'blank' | 'placeholder' | 'furniture'

interface Made {
  readonly kind: Kind
  readonly cells: readonly string[]
}

const made = (kind: Kind, ...cells: readonly string[]): Made => ({ kind, cells })

const days = ['2024-03-05', '2023-11-20', '2024/1/8', '2024-02-30', '', '3月5日', '2024-06-30']
const anyCase = fc
  .record({
    type: fc.constantFrom('商标侵权', '假冒专利', '专利侵权裁决', '商标侵权案', '商标', '商业秘密'),
    number: fc.integer({ min: 1, max: 12 }),
    filed: fc.constantFrom(...days),
    closed: fc.constantFrom(...days),
    outcome: fc.constantFrom('行政处罚', '在办', '不予立案', '不知道', '听证，行政处罚', ''),
    published: fc.constantFrom('是', '否', '拟公开', '也许', ''),
    url: fc.constantFrom('', 'https://a.example.gov.cn/1', '国家企业信用信息公示系统'),
  })
  .map(({ type, number, filed, closed, outcome, published, url }) =>
    made('case', '1', type, `凌市监处罚〔2024〕${number}号`, filed, closed, outcome, published, url, ''),
  )

const anyOther = fc.constantFrom(
  made('blank', '', '', '', '', '', '', '', '', ''),
  made('placeholder', '1', '商标侵权', '', '', '', '', '', '', ''),
  made('placeholder', '', '专利纠纷调解', '无', '', '', '', '', '', ''),
  made('placeholder', '...', '', '', '', '', '', '', '', ''),
  made('placeholder', '本期无案件', '', '', '', '', '', '', '', ''),
  made('furniture', ...headings),
  made('furniture', '注：请按案件类型分别编写序号。', '', '', '', '', '', '', '', ''),
  made('furniture', '填表人：某', '', '', '', '', '', '', '', ''),
  made('case', '2 商标侵权 凌市监处罚〔2024〕30号 2024-03-05', '', '', '', '', '', '', '', ''),
)

const anyBody = fc.array(fc.oneof({ weight: 3, arbitrary: anyCase }, { weight: 2, arbitrary: anyOther }), {
  maxLength: 14,
})

/** Above the heading titles are nobody's records, and what was sorted there with the rest is a case. */
const sortedAway = anyCase.filter(({ cells }) => cells[1] === '商标侵权' && cells[3] === '2024-03-05')
const anyTable = fc.record({
  titles: fc.subarray([['知识产权行政案件统计表'], ['填报单位：凌源市市场监督管理局']]),
  above: fc.array(sortedAway, { maxLength: 2 }),
  body: anyBody,
})

type Table = typeof anyTable extends fc.Arbitrary<infer One> ? One : never

const rowsOf = ({ titles, above, body }: Table): readonly (readonly string[])[] => [
  ...titles,
  ...above.map(({ cells }) => cells),
  headings,
  ...body.map(({ cells }) => cells),
]

function countOf({ above, body }: Table, kind: Kind): number {
  return [...above, ...body].filter((one) => one.kind === kind).length
}

function text(table: Table): string {
  // A row of blanks by itself would be the end of the file for some.
  return `${rowsOf(table)
    .map((cells) => cells.join(','))
    .join('\n')}\n,,,,,,,,填表日期：\n`
}

function workbook(tables: readonly Table[]): Uint8Array {
  const book = utils.book_new()
  for (const [at, table] of tables.entries()) {
    const rows = [...rowsOf(table), ['填表日期：']].map((cells) => [...cells])
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), `第${at + 1}张`)
  }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx' }))
}

async function documentOf(
  command: string,
  path: string,
  content: string | Uint8Array,
  more: readonly string[],
) {
  const { out } = await transcript([command, path, '-f', 'json', ...more], { files: { [path]: content } })
  return JSON.parse(out)
}

async function check(path: string, content: string | Uint8Array, tables: readonly Table[], period: string) {
  const sum = (kind: Kind): number => tables.reduce((total, table) => total + countOf(table, kind), 0)
  const expected = {
    cases: sum('case'),
    skipped: {
      blank: sum('blank'),
      placeholder: sum('placeholder'),
      // The line for the date at the end of each.
      furniture: sum('furniture') + tables.length,
    },
  }
  const { logs } = await documentOf('validate', path, content, [])
  expect(logs[0]).toMatchObject(expected)
  const { blank, placeholder, furniture } = logs[0].skipped
  expect(logs[0].rows).toBe(logs[0].cases + blank + placeholder + furniture)
  const report = await documentOf('report', path, content, [
    '--allow-errors',
    '--period',
    period,
    '--unit',
    '凌源市',
  ])
  const rows = report.sections.flatMap((section: { rows: unknown[] }) => section.rows).length
  expect(rows + report.leftOut.length).toBe(expected.cases)
  expect(report.totals.all.cases).toBe(rows)
  return logs[0]
}

const anyPeriod = fc.constantFrom('all', 'year-to-date', '2024-Q1', '2023')

test('of a text log every record is counted once, every case is in the table or left out', async () => {
  await fc.assert(
    fc.asyncProperty(anyTable, anyPeriod, async (table, period) => {
      await check('凌源.csv', text(table), [table], period)
    }),
    { numRuns: runs(30) },
  )
})

test('of a workbook of several sheets the same holds, and each sheet has its part', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyTable, { minLength: 1, maxLength: 3 }),
      anyPeriod,
      async (tables, period) => {
        const { sheets, rows, cases } = await check('凌源.xlsx', workbook(tables), tables, period)
        expect(sheets.map((sheet: { cases: number }) => sheet.cases)).toEqual(
          tables.map((table) => countOf(table, 'case')),
        )
        const sumOf = (key: 'rows' | 'cases') =>
          sheets.reduce((total: number, sheet: Record<string, number>) => total + (sheet[key] ?? 0), 0)
        expect([sumOf('rows'), sumOf('cases')]).toEqual([rows, cases])
      },
    ),
    { numRuns: runs(20) },
  )
})

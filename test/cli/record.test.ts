import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { closed, env, headings, log, returning, runs, stillOpen } from './returns.ts'

test('a return is recorded: who, for which round, when, which file, which cases', async () => {
  const { exitCode, out, err, receipts, contentOf } = await runs(returning(closed(1), stillOpen), [
    'record',
    '凌源.csv',
  ])
  expect({ exitCode, out, receipts }).toEqual({
    exitCode: 0,
    out: '已登记：凌源市市场监督管理局，2024-06 期，2024年6月7日报送，案件 2 件\n  存档/2024-06/凌源市.json\n',
    receipts: ['2024-06/凌源市.json'],
  })
  expect(err.split('\n').slice(-4)).toEqual([
    '截止：2024年6月10日，按时报送。',
    '期次依据：上一期（2023-11-10）已过 210 天，按下一期。',
    '上次报送：存档里没有这个单位此前的记录，没有核对。',
    '',
  ])
  expect(contentOf('2024-06/凌源市.json')).toMatchObject({
    schemaVersion: 1,
    tool: { name: 'ipcase', version: expect.any(String) },
    programme: 'chaoyang',
    round: '2024-06',
    unit: '凌源市市场监督管理局',
    unitKey: '凌源市',
    day: '2024-06-07',
    revision: 1,
    file: {
      name: '凌源.csv',
      sha256: createHash('sha256')
        .update(log(closed(1), stillOpen))
        .digest('hex'),
    },
    counts: { error: 0, warning: 0, note: 0 },
    cases: [{ type: '商标侵权' }, { type: '商标侵权' }],
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
})

test('a receipt keeps every case as it was read', async () => {
  const { contentOf } = await runs(returning(closed(1), stillOpen), ['record', '凌源.csv'])
  expect(contentOf('2024-06/凌源市.json').cases).toEqual([
    {
      type: '商标侵权',
      caseNumber: '凌市监处罚〔2024〕1号',
      filed: '2024-03-05',
      closed: '2024-04-18',
      open: false,
      outcome: '行政处罚',
      published: '是',
      links: ['https://a.example.gov.cn/1'],
      remark: null,
    },
    {
      type: '商标侵权',
      caseNumber: '凌市监立〔2024〕9号',
      filed: '2024-05-06',
      closed: null,
      open: true,
      outcome: '在办',
      published: null,
      links: [],
      remark: null,
    },
  ])
})

test('a clock in another time zone changes nothing', async () => {
  const late = { ...returning(closed(1)), now: '2024-06-10T15:59:59Z' }
  expect((await runs(late, ['record', '凌源.csv'])).contentOf('2024-06/凌源市.json').day).toBe('2024-06-10')
})

const record = (day: string, ...more: readonly string[]) => ['record', '凌源.csv', '--as-of', day, ...more]

test('the same return recorded twice is refused, not taken for the next round', async () => {
  const { exitCode, out, err, receipts } = await runs(
    returning(closed(1)),
    record('2024-06-07'),
    record('2024-06-08'),
  )
  expect({ exitCode, out, receipts }).toEqual({ exitCode: 3, out: '', receipts: ['2024-06/凌源市.json'] })
  expect(err).toContain(
    'ipcase：凌源市市场监督管理局 2024-06 期已有报送记录：2024-06-07 报送，凌源.csv\n  更正后重新报送的，加 --force，原记录另存；是别的一期的，用 --round 写明。\n',
  )
})

test('a correction replaces it, keeps it, and is as late as the first', async () => {
  const { exitCode, err, receipts, contentOf } = await runs(
    returning(closed(1)),
    record('2024-06-07'),
    record('2024-06-12', '--force'),
  )
  expect([exitCode, receipts]).toEqual([0, ['2024-06/凌源市.1.json', '2024-06/凌源市.json']])
  expect([contentOf('2024-06/凌源市.1.json').day, contentOf('2024-06/凌源市.json').day]).toEqual([
    '2024-06-07',
    '2024-06-12',
  ])
  expect(err).toContain('截止：2024年6月10日，首次报送于2024年6月7日，按时报送。')
  expect(err).toContain('登记：这一期的第 2 次，以前的记录另存在旁边。')
})

test.each([
  ['in time', ['2024-06-10'], '2024-06', '按时报送'],
  ['two days late', ['2024-06-12'], '2024-06', '逾期 2 天报送'],
  [
    'long after, for the round that is still missing',
    ['2023-11-08', '2024-08-20'],
    '2024-06',
    '逾期 71 天报送',
  ],
  ['for the next round when its time has come', ['2024-06-07', '2024-08-20'], '2024-09', '按时报送'],
] as const)('%s', async (_, days, round, said) => {
  const { receipts, err } = await runs(returning(), ...days.map((day) => record(day)))
  expect(receipts.at(-1)).toBe(`${round}/凌源市.json`)
  expect(err).toContain(said)
})

test('a round that is named holds, also one ahead', async () => {
  const { receipts } = await runs(
    returning(closed(1)),
    record('2024-06-07'),
    record('2024-06-08', '--round', '2024-09'),
    record('2024-06-08', '--round', '2023-11-10'),
  )
  expect(receipts).toEqual(['2024-06/凌源市.json', '2024-09/凌源市.json', '2023-11/凌源市.json'])
})

test('a programme without dates records under the day', async () => {
  const line = [...record('2024-06-07'), '--programme', 'shanxi', '--unit', '太原市市场监督管理局']
  const { exitCode, out, receipts } = await runs(
    { ...returning(), files: { '凌源.csv': `${headings}\n${closed(1)}\n` } },
    line,
  )
  expect({ exitCode, out, receipts }).toEqual({
    exitCode: 0,
    out: '已登记：太原市市场监督管理局，2024年6月7日报送，案件 1 件\n  存档/2024-06-07/太原市.json\n',
    receipts: ['2024-06-07/太原市.json'],
  })
})

test('a case that is gone since the previous return is said when the next is recorded', async () => {
  const { exitCode, err, receipts } = await runs(
    { env, files: { '六月.csv': log(closed(1), stillOpen), '九月.csv': log(closed(1)) } },
    ['record', '六月.csv'],
    ['record', '九月.csv', '--as-of', '2024-09-09', '--allow-errors'],
  )
  expect([exitCode, receipts.length]).toEqual([1, 2])
  expect(err).toContain('[case-vanished]')
  expect(err).toContain('上次报送：2024-06 期，2024年6月7日报送（六月.csv，案件 2 件），已逐件核对。')
})

test('a nil return is recorded with no case', async () => {
  const { exitCode, contentOf } = await runs(returning(), ['record', '凌源.csv'])
  expect([exitCode, contentOf('2024-06/凌源市.json').cases]).toEqual([0, []])
})

test.each(['表.xlsx', '表.docx', '表.csv', '表.json'])(
  '%s that report wrote is recorded with its cases',
  async (file) => {
    const { exitCode, contentOf } = await runs(
      returning(closed(1), closed(2)),
      ['report', '凌源.csv', '-o', file],
      ['record', file],
    )
    const { cases, unit, file: recorded } = contentOf('2024-06/凌源市.json')
    expect([exitCode, unit, recorded.name]).toEqual([0, '凌源市市场监督管理局', file])
    expect(cases.map(({ caseNumber }: { caseNumber: string }) => caseNumber)).toEqual([
      '凌市监处罚〔2024〕1号',
      '凌市监处罚〔2024〕2号',
    ])
  },
)

test('what is kept for years holds nobody’s telephone number', async () => {
  const { contentOf } = await runs(returning(`${closed(1)}联系电话13900000000`), ['record', '凌源.csv'])
  expect(contentOf('2024-06/凌源市.json').cases[0].remark).toBe('联系电话139******00')
})

test('a unit whose name is no file name is recorded under a safe one', async () => {
  const { out, receipts } = await runs(returning(closed(1)), [
    'record',
    '凌源.csv',
    '--unit',
    '../一所',
    '-q',
  ])
  expect(out).toContain('存档/2024-06/%2E%2E%2F一所.json')
  expect(receipts).toEqual(['2024-06/%2E%2E%2F一所.json'])
})

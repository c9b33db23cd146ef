import { expect, test } from 'vitest'
import { run } from '../../src/cli.ts'
import { fakeIo, transcript } from '../fake-io.ts'
import { allUnits, asOf, collected, june, mine, penalty, returnOf, two, whole } from './city.ts'

test('a unit is awaited up to the due day and missing behind it', async () => {
  const before = await collected(two, '--as-of', '2024-06-10')
  const after = await collected(two, '--as-of', '2024-06-11')
  expect([before.statusOf('建平县'), before.exitCode]).toEqual(['awaited', 0])
  expect([after.statusOf('建平县'), after.exitCode]).toEqual(['missing', 4])
})

test('late goes by the list of arrivals, else by the form’s 时间, never by the file’s date', async () => {
  const onForm = { [mine('双塔区.csv')]: `时间：2024年6月12日\n${two[mine('双塔区.csv')]}` }
  const list = '单位,收到日期\n双塔区,2024-06-11\n龙城,2024年6月10日\n'
  const files = { ...two, '收文.csv': list }
  const byForm = await collected({ ...two, ...onForm }, ...asOf)
  const byList = await collected(files, ...asOf, '--received', '收文.csv')
  const late = await transcript(['collect', '报送', '-f', 'json', ...asOf], {
    files: two,
    written: '2024-06-12T04:00:00Z',
  })
  expect(['双塔区', '龙城区'].map(byForm.statusOf)).toEqual(['late', 'on-time'])
  expect(['双塔区', '龙城区'].map(byList.statusOf)).toEqual(['late', 'on-time'])
  const [first] = JSON.parse(late.out).units
  expect(first).toMatchObject({ status: 'on-time', receivedOn: '2024-06-12', receivedFrom: 'file' })
})

test('what cannot be read is unreadable with the remedy, never missing', async () => {
  const files = { ...two, [mine('建平县盖章.pdf')]: '%PDF-1.4', [mine('北票市/1.jpg')]: 'x' }
  const { statusOf, document, exitCode } = await collected(files, ...asOf)
  expect(['建平县', '北票市', '凌源市'].map(statusOf)).toEqual(['unreadable', 'unreadable', 'missing'])
  expect(document.failures.map(({ path }) => path)).toEqual(['报送/建平县盖章.pdf', '报送/北票市/1.jpg'])
  expect(exitCode).toBe(3)
})

test('a scan beside the table it shows makes nothing unreadable', async () => {
  const { statusOf, document } = await collected({ ...two, [mine('双塔区.pdf')]: '%PDF' }, ...asOf)
  expect(statusOf('双塔区')).toBe('on-time')
  expect(document.skipped.map(({ path }) => path)).toEqual(['报送/双塔区.pdf'])
})

test('what --skip names is nobody’s return', async () => {
  const { statusOf } = await collected({ ...two, [mine('建平县.pdf')]: '%PDF' }, ...asOf, '--skip', '*.pdf')
  expect(statusOf('建平县')).toBe('missing')
})

test('a return that came on paper only is not missing', async () => {
  const files = { ...two, '收文.csv': '单位,收到日期\n建平县,2024-06-07\n' }
  const { statusOf } = await collected(files, ...asOf, '--received', '收文.csv')
  expect(statusOf('建平县')).toBe('unreadable')
})

test('what was noted and has no file is said, and no letter blames the unit', async () => {
  const list = '单位,收到日期\n建平县,2024-06-07\n双塔曲,2024-06-12\n'
  const files = { ...two, '收文.csv': list }
  const args = ['collect', '报送', ...asOf, '--received', '收文.csv', '--allow-errors', '--replies', '退回']
  const io = fakeIo({ files })
  expect(await run(args, io)).toBe(3)
  const { out, err } = io.printed
  expect(err).toContain(
    '收文.csv 第 2 行：登记 2024-06-07 收到建平县的报送，这里没有它的文件，汇总表里也就没有它',
  )
  expect(err).toContain('把它的文件放进来再汇总；单位写错的，改登记（您要的可能是双塔区）。')
  expect(out).toContain('建平县（登记已收到，没有它的文件）')
  expect(out).toContain('（缺文件 1，未报 4，')
  expect(out).not.toContain('没有读全')
  expect([...io.files.keys()].filter((path) => path.includes('退回/建平县'))).toEqual([])
})

test('all that is wrong with the list of arrivals is told at once', async () => {
  const files = { ...two, '收文.csv': '单位,收到日期\n朝阳,2024-06-07\n凌源市,6月6日\n双塔区,2024-06-30\n' }
  const { exitCode, err } = await transcript(['collect', '报送', ...asOf, '--received', '收文.csv'], {
    files,
  })
  expect([exitCode, err]).toEqual([
    3,
    `ipcase：收文.csv 有 3 处写错
  第 2 行：“朝阳”可能是朝阳县，也可能是朝阳市 → 请写全称。
  第 3 行：“6月6日”不是日期 → 请写成 2024-06-07 这样的日期。
  第 4 行：收到日期 2024-06-30 晚于 2024-06-13 → 请核对日期，或用 --as-of 写明以哪一天为准。
`,
  ])
})

test('a nil return is nil, and all of them make a nil table', async () => {
  const nil = Object.fromEntries(allUnits.map((unit) => [mine(`${unit}.csv`), returnOf(unit)]))
  const { document } = await collected(nil, ...asOf)
  const csv = await transcript(['collect', '报送', '-f', 'csv', ...asOf], { files: nil })
  expect(new Set(document.units.map(({ status }) => status))).toEqual(new Set(['nil']))
  expect(csv.out).toContain('本期无案件')
})

test('no table is made of a faulty return, and every case is left out', async () => {
  const { document, exitCode } = await collected(june.files ?? {}, ...asOf)
  expect(document.sections).toEqual([])
  expect(document.leftOut).toHaveLength(21)
  expect(document.totals.all.cases).toBe(0)
  expect(exitCode).toBe(1)
})

test('--allow-errors takes the sound rows; cases read are those in it and those left out', async () => {
  const { document } = await collected(june.files ?? {}, ...asOf, '--allow-errors')
  const rows = document.sections.flatMap((section) => section.rows)
  const read = document.units.reduce((sum, { cases }) => sum + cases, 0)
  expect(rows.length + document.leftOut.length).toBe(read)
  expect(document.leftOut.map(({ unit }) => unit)).toEqual(['龙城区', '龙城区', '建平县'])
})

test('who is missing stands on the note, and an empty type does not say 无', async () => {
  const { out } = await transcript(['collect', '报送', '-f', 'md', ...asOf], { files: two })
  expect(out).toContain('已收 2/7，未列入 朝阳县（未报）、')
  expect(out).toContain('已收各单位无')
  expect(out).not.toContain('本期无案件')
})

test('of a whole table 已收 7/7 is all', async () => {
  const { out } = await transcript(['collect', '报送', '-f', 'md', ...asOf], { files: whole })
  expect(out).toContain('已收 7/7。')
  expect(out).toContain('| 专利侵权裁决 | 无 |')
})

const shared = {
  ...whole,
  [mine('凌源市.csv')]: returnOf(
    '凌源市',
    penalty('凌源市市监处罚〔2024〕7号'),
    penalty('双塔区市监处罚〔2024〕1号'),
  ),
}

test('the same case twice is an error on the later one, and makes no return faulty', async () => {
  const { document, statusOf } = await collected(shared, ...asOf, '--allow-errors')
  const said = document.findings.filter(({ severity }) => severity === 'error')
  expect(said.map(({ rule, path }) => [rule, path])).toEqual([['case-number-duplicate', '报送/凌源市.csv']])
  expect(said[0]?.message).toContain('与双塔区「报送/双塔区.csv」第 3 行重复')
  expect(statusOf('凌源市')).toBe('on-time')
  expect(document.totals.all.cases).toBe(7)
})

test('a number without a place in it is every county’s own', async () => {
  const files = {
    [mine('双塔区.csv')]: returnOf('双塔区', penalty('市监处罚〔2024〕1号')),
    [mine('龙城区.csv')]: returnOf('龙城区', penalty('市监处罚〔2024〕1号')),
  }
  const { document } = await collected(files, ...asOf)
  expect(document.findings).toEqual([])
})

const old = returnOf('双塔区', penalty('朝双市监处罚〔2024〕1号'), penalty('朝双市监处罚〔2024〕2号'))
const corrected = returnOf(
  '双塔区',
  penalty('朝双市监处罚〔2024〕1号'),
  penalty('朝双市监处罚〔2024〕2号'),
  penalty('朝双市监处罚〔2024〕3号'),
)
const twice = { [mine('双塔区.csv')]: old, [mine('双塔区更正.csv')]: corrected }

test('of two files with the same cases neither is chosen', async () => {
  const { document, statusOf } = await collected(twice, ...asOf, '--allow-errors')
  expect(document.findings.map(({ rule }) => rule)).toEqual(['unit-returned-twice'])
  expect(statusOf('双塔区')).toBe('faulty')
  expect([document.totals.all.cases, document.leftOut.length]).toEqual([0, 5])
})

test('--replaces names the one in force', async () => {
  const { document } = await collected(twice, ...asOf, '--replaces', '报送/双塔区更正.csv')
  expect([document.totals.all.cases, document.findings]).toEqual([3, []])
  expect(document.skipped).toEqual([{ path: '报送/双塔区.csv', reason: '已由 报送/双塔区更正.csv 替换' }])
})

test('two files with different cases are one return', async () => {
  const files = {
    ...twice,
    [mine('双塔区更正.csv')]: returnOf('双塔区', penalty('朝双市监处罚〔2024〕9号')),
  }
  const { document } = await collected(files, ...asOf)
  expect(document.units[0]).toMatchObject({ unit: '双塔区', cases: 3, listed: 3 })
})

test.each([
  ['单位,收到日期\n朝阳,2024-06-07\n', '“朝阳”可能是朝阳县，也可能是朝阳市'],
  ['单位,收到日期\n双塔,6月7日\n', '“6月7日”不是日期'],
  ['单位,收到日期\n双塔,2024-07-07\n', '晚于 2024-06-13'],
  ['县,日\n双塔,2024-06-07\n', '不是收文登记'],
])('a list of arrivals %j is refused: %s', async (list, words) => {
  const files = { ...two, '收文.csv': list }
  const { exitCode, err } = await transcript(['collect', '报送', '--received', '收文.csv', ...asOf], {
    files,
  })
  expect(exitCode).toBe(3)
  expect(err).toContain(words)
})

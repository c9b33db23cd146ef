import { expect, test } from 'vitest'
import { programmes } from '../../src/programmes/index.ts'
import { expectCurrent } from '../docs/current.ts'
import { transcript } from '../fake-io.ts'

const days: Readonly<Record<string, readonly string[]>> = {
  chaoyang: ['2024-06-07', '2024-06-11', '2024-11-10', '2024-12-31', '2026-12-31'],
  beichen: ['2023-04-04', '2023-10-04', '2023-12-31', '2024-06-07'],
  pingdingshan: ['2019-12-13', '2019-12-16', '2020-01-02'],
  anyang: ['2022-06-30'],
  shanxi: ['2024-06-30'],
}

async function golden(id: string): Promise<string> {
  const runs = (days[id] ?? []).map(async (asOf) => {
    const args = ['deadline', '--programme', id, '--as-of', asOf]
    const { exitCode, out, err } = await transcript(args)
    return `$ ipcase ${args.join(' ')}\n${out}${err}退出码 ${exitCode}\n`
  })
  return (await Promise.all(runs)).join('\n')
}

test.each(programmes.map(({ id }) => id))('the answers for %s are the golden ones', async (id) => {
  await expectCurrent(`fixtures/programmes/${id}/deadline.txt`, await golden(id))
})

test.each([
  ['in order', '2024-06-07', [], 0],
  ['due today', '2024-06-10', [], 0],
  ['missed', '2024-06-11', [], 4],
  ['missed long ago, the next one far off', '2024-07-01', [], 0],
  ['an earlier one named', '2024-07-01', ['--round', '1'], 4],
  ['3 days left of 3', '2024-06-07', ['--within', '3'], 4],
  ['3 days left of 2', '2024-06-07', ['--within', '2'], 0],
  ['due today and 0 days asked for', '2024-06-10', ['--within', '0'], 4],
  ['no dates at all', '2024-06-10', ['--within', '30', '--programme', 'anyang'], 0],
  ['a campaign long over', '2024-06-10', ['--within', '30', '--programme', 'pingdingshan'], 0],
] as const)('%s on %s, given %j, exits with %d', async (_, asOf, options, exitCode) => {
  expect(await transcript(['deadline', '--as-of', asOf, ...options, '-f', 'json'])).toMatchObject({
    exitCode,
    out: expect.stringContaining(`"exitCode": ${exitCode}\n`),
    err: '',
  })
})

test('today is the day in Shanghai', async () => {
  const { out } = await transcript(['deadline', '-f', 'json'], { now: '2024-06-10T16:00:00Z' })
  expect(JSON.parse(out)).toMatchObject({ asOf: '2024-06-11', current: '2024-06' })
})

test('--ics prints a calendar that looks into the next year', async () => {
  const { exitCode, out } = await transcript(['deadline', '--ics', '--as-of', '2024-11-26'])
  expect([exitCode, out.match(/^UID:.*(?=\r)/gm)]).toEqual([
    0,
    [
      'UID:chaoyang-2024-06-10@ipcase',
      'UID:chaoyang-2024-09-10@ipcase',
      'UID:chaoyang-2024-11-10@ipcase',
      'UID:chaoyang-2025-06-10@ipcase',
      'UID:chaoyang-2025-09-10@ipcase',
      'UID:chaoyang-2025-11-10@ipcase',
    ],
  ])
})

test('-o writes a file a format and says one line of each', async () => {
  const args = ['deadline', '--ics', '-o', '期限/报送期限.ics', '-o', '期限.json', '-o', '期限.txt']
  expect(await transcript(args)).toEqual({
    exitCode: 0,
    out: '已写入 期限/报送期限.ics\n已写入 期限.json\n已写入 期限.txt\n',
    err: '',
  })
})

test('a holidays file makes an unpublished year known', async () => {
  const holidays = {
    year: 2027,
    daysOff: [
      { date: '2027-06-09', name: '端午节' },
      { date: '2027-06-10', name: '端午节' },
    ],
  }
  const files = { '节假日.json': JSON.stringify(holidays) }
  const args = ['deadline', '--as-of', '2027-06-01', '--holidays', '节假日.json', '-f', 'json']
  const { rounds } = JSON.parse((await transcript(args, { files })).out)
  expect(rounds[0]).toMatchObject({ dayOff: '端午节', lastWorkingDay: '2027-06-08', workingDaysLeft: 5 })
})

test("a programme of the bureau's own is read from its file", async () => {
  const own = {
    id: 'linjiang',
    name: '临江市 2024 年知识产权执法行动',
    year: 2024,
    source: { title: '关于开展知识产权执法行动的通知' },
    due: { every: 'month', day: 31 },
    inclusive: false,
  }
  const files = { '方案.json': JSON.stringify(own) }
  const { exitCode, out } = await transcript(
    ['deadline', '--programme', '方案.json', '--as-of', '2024-02-28', '-f', 'json'],
    { files },
  )
  expect([exitCode, JSON.parse(out)]).toMatchObject([
    0,
    { programme: 'linjiang', current: '2024-02', rounds: { 1: { due: '2024-02-29', status: 'due-today' } } },
  ])
})

test.each([
  [
    ['--round', '2024-07'],
    '--round 2024-07：没有这一期',
    '2024 年各期：1（2024-06）、2（2024-09）、3（2024-11）。',
  ],
  [['--within', '一周'], '--within 的值“一周”不对', '请写成 0、7 这样的天数。'],
  [['--ics', '-f', 'json'], '--ics 和 --format json 不能同用', '请去掉其中一个。'],
  [['-o', '期限.ics', '-o', './期限.ics'], './期限.ics 写了两次', '同一个文件只写一次 -o。'],
  [
    ['-o', '期限.pdf'],
    '期限.pdf 的扩展名不对，不知道写成什么格式',
    '报送期限可写成 .txt、.json、.ics 文件。',
  ],
  [
    ['--ics', '--programme', 'shanxi'],
    '没有可写入日历的期次：通知没有规定报送日期',
    '请去掉 --ics 或 .ics 文件。',
  ],
  [['--programme', '方案.json'], '方案.json 第 1 行第 57 个字：不认识 dues', '是不是想写“due”？'],
  [['--holidays', '节假日.json'], '节假日.json 第 1 行第 1 个字：缺少 year', '应填年份，如 2027。'],
])('%j is a usage error in Chinese', async (options, message, remedy) => {
  const own = { id: 'a', name: '甲', year: 2024, source: { title: '乙' }, dues: null }
  const files = {
    '方案.json': JSON.stringify(own),
    '节假日.json': '{"daysOff": [{"date": "2027-01-01", "name": "元旦"}]}',
  }
  expect(await transcript(['deadline', ...options], { files })).toEqual({
    exitCode: 2,
    out: '',
    err: `ipcase：${message}\n  ${remedy}\n`,
  })
})

import { expect, test } from 'vitest'
import { day } from '../../src/model/date.ts'
import { archivedCase } from '../archive/receipt.ts'
import { transcript, type World } from '../fake-io.ts'
import { env, log, receipt } from './returns.ts'

/** A penalty of 凌源市 with this number, filed and closed on these days. */
function penalty(count: number, filed: string, closed = ''): string {
  const number = `凌市监处罚〔${(closed || filed).slice(0, 4)}〕${count}号`
  const ending = closed === '' ? '在办,,' : `行政处罚,是,https://a.example.gov.cn/${count}`
  return `${count},商标侵权,${number},${filed},${closed},${ending},`
}

const shown = (count: number, filed: string, closed?: string) => ({
  ...archivedCase,
  caseNumber: `凌市监处罚〔2024〕${count}号`,
  filed: day(filed),
  ...(closed === undefined
    ? { closed: null, outcome: '在办', open: true, published: null }
    : { closed: day(closed) }),
})

const june = receipt({
  day: day('2024-06-07'),
  cases: [shown(1, '2024-03-05', '2024-04-18'), shown(2, '2024-05-06')],
})

async function numbersIn(world: World, ...args: readonly string[]): Promise<readonly string[]> {
  const { out, err } = await transcript(['report', '凌源.csv', '-f', 'json', '-q', ...args], world)
  if (out === '') throw new Error(err)
  const { sections } = JSON.parse(out) as { sections: { rows: { caseNumber: string }[] }[] }
  return sections.flatMap(({ rows }) => rows.map(({ caseNumber }) => caseNumber.replace(/^.*〕/, '')))
}

function world(files: World['files'], ...rows: readonly string[]): World {
  return { files: { '凌源.csv': log(...rows), ...files }, env }
}

const september = ['--period', 'since-last', '--as-of', '2024-09-09']
const reported = [penalty(1, '2024-03-05', '2024-04-18'), penalty(2, '2024-05-06', '2024-07-01')]

test.each([
  [
    'filed on 9 June and closed on 10 June, after the return of 7 June',
    penalty(3, '2024-06-09', '2024-06-10'),
  ],
  ['entered late: filed and closed in spring, in no return', penalty(3, '2024-03-01', '2024-04-02')],
])('a case %s is in the next return, what was reported closed is not', async (_, row) => {
  expect(await numbersIn(world(june, ...reported, row), ...september)).toEqual(['2号', '3号'])
})

test('a case filed on 20 November and closed on 20 December is in the first return of the next year', async () => {
  const november = receipt({
    round: '2024-11',
    day: day('2024-11-08'),
    cases: [shown(2, '2024-05-06', '2024-07-01')],
  })
  const rows = [...reported, penalty(3, '2024-11-20', '2024-12-20')]
  const args = ['--period', 'since-last', '--as-of', '2025-06-09']
  expect(await numbersIn(world({ ...june, ...november }, ...rows), ...args)).toEqual(['3号'])
})

test('a case that an older return showed closed is not reported again, though the last did not show it', async () => {
  const last = receipt({ round: '2024-09', day: day('2024-09-09'), cases: [shown(2, '2024-05-06')] })
  const args = ['--period', 'since-last', '--as-of', '2024-11-08']
  expect(await numbersIn(world({ ...june, ...last }, ...reported), ...args)).toEqual(['2号'])
})

test('a correction of a round is not compared with itself', async () => {
  const args = ['--period', 'since-last', '--as-of', '2024-06-12', '--round', '2024-06']
  const rows = [penalty(1, '2024-03-05', '2024-04-18'), penalty(2, '2024-05-06')]
  expect(await numbersIn(world(june, ...rows), ...args)).toEqual(['1号', '2号'])
})

test('an archive without a return of the unit keeps everything, and says so', async () => {
  const { exitCode, err } = await transcript(
    ['report', '凌源.csv', '--period', 'since-last'],
    world({}, penalty(1, '2023-03-05', '2023-04-18')),
  )
  expect(exitCode).toBe(0)
  expect(err).toContain(
    '统计期间：截至2024年6月7日，以往报送没有列为结案的案件（--period since-last）\n没有以往的报送可以对照，所以列入了全部案件。',
  )
})

test.each([
  {
    title: 'without an archive',
    args: ['--period', 'since-last'],
    from: { files: { '凌源.csv': log() } },
    err: 'ipcase：--period since-last 要对照以往的报送，没有写明存档在哪里\n  请用 --archive 写明文件夹（或设环境变量 IPCASE_ARCHIVE，或在配置里写 archive）；没有存档的，可用 --period year-to-date。\n',
  },
  {
    title: 'that has not begun',
    args: ['--period', '2024-Q3'],
    from: { files: { '凌源.csv': log() } },
    err: 'ipcase：统计期间 2024-Q3 到 2024-06-07 还没有开始\n  请换一个期间，或用 --as-of 写明以哪一天为准。\n',
  },
  {
    title: 'of no kind',
    args: ['--period', '2024-13'],
    from: { files: { '凌源.csv': log() } },
    err: 'ipcase：--period 的值“2024-13”不对\n  请写成 all、year-to-date、since-last、2024、2024-05、2024-Q2、2024-04-01..2024-06-07 这样。\n',
  },
])('a period $title is refused', async ({ args, from, err }) => {
  expect(await transcript(['report', '凌源.csv', ...args], from)).toEqual({ exitCode: 2, out: '', err })
})

test('since the last return of nobody: the unit is asked for', async () => {
  const from = { files: { '甲.csv': log().split('\n').slice(1).join('\n') }, env }
  const { exitCode, err } = await transcript(['report', '甲.csv', '--period', 'since-last'], from)
  expect([exitCode, err]).toEqual([2, expect.stringContaining('请用 --unit 写明填报单位。')])
  const known = await transcript(['report', '甲.csv', '--period', 'since-last'], {
    env,
    files: { ...from.files, ...june },
  })
  expect(known.err).toContain('请用 --unit 写明是哪一个：凌源市。')
})

import { expect, test } from 'vitest'
import { receiptBytes } from '../../src/archive/receipt-file.ts'
import { day } from '../../src/model/date.ts'
import { archivedCase, receiptOf } from '../archive/receipt.ts'
import { transcript } from '../fake-io.ts'
import { env, log, receipt } from './returns.ts'

const deadline = ['deadline', '--as-of', '2024-06-12']
const statuses = (out: string) =>
  JSON.parse(out).rounds.map(({ status, submittedOn }: { status: string; submittedOn: string }) => [
    status,
    submittedOn,
  ])

test('deadline knows what is handed in', async () => {
  const files = { ...receipt({ day: day('2024-06-12') }) }
  const json = await transcript([...deadline, '--unit', '凌源', '-f', 'json'], { env, files })
  expect([json.exitCode, JSON.parse(json.out).current, statuses(json.out)]).toEqual([
    0,
    '2024-09',
    [
      ['submitted-late', '2024-06-12'],
      ['open', null],
      ['open', null],
    ],
  ])
})

test('of several returns for a round the first day counts', async () => {
  const corrected = receiptOf({ day: day('2024-06-12'), revision: 2 })
  const files = {
    '存档/2024-06/凌源市.1.json': receiptBytes(receiptOf()),
    '存档/2024-06/凌源市.json': receiptBytes(corrected),
  }
  const { out } = await transcript([...deadline, '--unit', '凌源市', '-f', 'json'], { env, files })
  expect(statuses(out)[0]).toEqual(['submitted', '2024-06-07'])
})

test('the only unit of an archive need not be named', async () => {
  const { exitCode, err } = await transcript(deadline, { env, files: receipt() })
  expect([exitCode, err]).toEqual([0, '报送记录：凌源市市场监督管理局，存档里只有这一个单位。\n'])
})

test('of several units one must be named where the notice lists none', async () => {
  const files = { ...receipt(), ...receipt({ unit: '北票市市场监督管理局', unitKey: '北票市' }) }
  expect(await transcript([...deadline, '--programme', 'beichen'], { env, files })).toEqual({
    exitCode: 2,
    out: '',
    err: 'ipcase：存档 存档 里有 2 个单位的报送记录\n  请用 --unit 写明是哪一个：凌源市、北票市。\n',
  })
})

test('an empty archive, and a unit without receipts, are said to be so', async () => {
  expect((await transcript(deadline, { env })).err).toBe('存档 存档 里还没有报送记录。\n')
  const { exitCode, err } = await transcript([...deadline, '--unit', '北票市'], { env, files: receipt() })
  expect([exitCode, err]).toEqual([4, '存档 存档 里没有北票市的报送记录。\n'])
})

test('a damaged receipt proves no return', async () => {
  const { exitCode, err } = await transcript([...deadline, '--unit', '凌源市'], {
    env,
    files: { '存档/2024-06/凌源市.json': '' },
  })
  expect([exitCode, err]).toEqual([
    4,
    '存档/2024-06/凌源市.json 不作依据：不是完整的 JSON 文件\n存档 存档 里没有凌源市的报送记录。\n',
  ])
})

const link = 'https://a.example.gov.cn'
const december = `1,商标侵权,凌市监处罚〔2024〕7号,2024-11-20,2024-12-20,行政处罚,是,${link}/7,`
const spring = `2,商标侵权,凌市监处罚〔2024〕1号,2024-03-05,2024-04-18,行政处罚,是,${link}/1,`
const now = `3,商标侵权,凌市监处罚〔2025〕1号,2025-03-05,2025-04-18,行政处罚,是,${link}/9,`
const files = { '凌源.csv': log(december, spring, now) }

const report = ['report', '凌源.csv', '--as-of', '2025-06-09', '--period', 'year-to-date']

async function told(world: Parameters<typeof transcript>[1]) {
  const { exitCode, err } = await transcript(report, world)
  const { out } = await transcript([...report, '-f', 'json', '-q'], world)
  const { neverReturned } = JSON.parse(out)
  const numbers = neverReturned.map(({ caseNumber }: { caseNumber: string }) => caseNumber)
  return {
    exitCode,
    line: err.split('\n').filter((one) => one.includes('没有列过') || one.includes('没有报过')),
    numbers,
  }
}

test('without an archive a case closed after the last due day of the year before is named', async () => {
  expect(await told({ files })).toEqual({
    exitCode: 0,
    line: [
      '不在统计期间、上年最后一期截止日（2024年11月10日）以后才结案的案件 1 件，可能哪一期都没有报过：「凌市监处罚〔2024〕7号」商标侵权案件（2024-11-20 立案）。',
    ],
    numbers: ['凌市监处罚〔2024〕7号'],
  })
})

test('an archive knows which cases no return has shown', async () => {
  const shown = {
    ...archivedCase,
    caseNumber: '凌市监处罚〔2024〕7号',
    filed: day('2024-11-20'),
    closed: day('2024-12-20'),
  }
  const known = receipt({ round: '2024-11', day: day('2025-01-08'), cases: [shown] })
  expect(await told({ env, files: { ...files, ...known } })).toEqual({
    exitCode: 0,
    line: [
      '不在统计期间、以往报送也都没有列过的案件 1 件：「凌市监处罚〔2024〕1号」商标侵权案件（2024-03-05 立案）。应当报的，换 --period since-last 出表。',
    ],
    numbers: ['凌市监处罚〔2024〕1号'],
  })
})

test('an archive without a return of the unit tells as little as none', async () => {
  expect((await told({ env, files })).numbers).toEqual(['凌市监处罚〔2024〕7号'])
})

test('nothing falls between returns where the table has everything', async () => {
  const { out } = await transcript(['report', '凌源.csv', '--as-of', '2025-06-09', '-f', 'json', '-q'], {
    files,
  })
  expect(JSON.parse(out).neverReturned).toEqual([])
})

test('what was filed after the period is late for nothing', async () => {
  const args = ['report', '凌源.csv', '--as-of', '2025-06-09', '--period', '2024-Q2', '-f', 'json', '-q']
  const { out } = await transcript(args, { files })
  expect(JSON.parse(out).neverReturned).toEqual([])
})

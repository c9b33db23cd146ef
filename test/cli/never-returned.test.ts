import { expect, test } from 'vitest'
import { day } from '../../src/model/date.ts'
import { archivedCase } from '../archive/receipt.ts'
import { transcript } from '../fake-io.ts'
import { env, log, receipt } from './returns.ts'

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

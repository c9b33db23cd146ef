import { expect, test } from 'vitest'
import { bounds, judge } from './bounds.ts'
import type { Results } from './results.ts'
import { but, sampleResults, without } from './sample-results.ts'
import { exitCodeOf } from './verdict.ts'

function said(results: Results): readonly [number, readonly string[]] {
  const lines: string[] = []
  return [exitCodeOf(judge(results), (line) => lines.push(line)), lines]
}

test('a run that keeps every bound ends with 0 and no word', () => {
  expect(said(sampleResults)).toEqual([0, []])
})

test('every bound is measured by the run', () => {
  expect(judge(sampleResults).map(({ figure }) => Number(figure?.toFixed(2)))).toEqual([
    ...[1.2, 1.75, 5],
    ...[2, 0.22, 1.5, 1.1, 180],
    ...[0.55, 1, 20.97],
  ])
})

test.each([
  ['version', { milliseconds: [51] }, 'ipcase --version，对照「node -e 0」：1.27 倍，至多 1.25 倍'],
  ['ipcase-1k', { milliseconds: [81] }, 'validate，1000 行，对照「node -e 0」：2.02 倍，至多 2.00 倍'],
  [
    'report',
    { milliseconds: [250] },
    'report -o 统计表.xlsx，1000 行，对照「node -e 0」：6.25 倍，至多 6.00 倍',
  ],
  ['duckdb-1m', { milliseconds: [500] }, 'validate，100 万行，对照「DuckDB」：4.00 倍，至多 3.00 倍'],
  [
    'plain-1m',
    { milliseconds: [5000] },
    'validate，100 万行，对照「csv-parse + zod」：0.40 倍，至多 0.25 倍',
  ],
  [
    'ipcase-1m-faulty',
    { milliseconds: [5000] },
    'validate，100 万行，每行一处错误，对照「全部正确的」：2.50 倍，至多 2.00 倍',
  ],
  [
    'ipcase-1m-gbk',
    { milliseconds: [2600] },
    'validate，100 万行，GBK，对照「UTF-8 的」：1.30 倍，至多 1.20 倍',
  ],
  [
    'ipcase-1m-gbk',
    { peakMebibytes: 251 },
    'validate，100 万行，峰值内存，各种写法中最多的：251 MiB，至多 250 MiB',
  ],
  [
    'many',
    { milliseconds: [1900] },
    'validate，200 份台账，各 5000 行，对照「只用一个线程」：0.95 倍，至多 0.60 倍',
  ],
  [
    'growth-10m',
    { milliseconds: [30_000] },
    '100 万行到 1000 万行，每多一行的时间，对照「10 万行到 100 万行」：1.55 倍，至多 1.30 倍',
  ],
  [
    'growth-10m',
    { peakMebibytes: 500 },
    '100 万行到 1000 万行，每多一件的峰值内存：41.9 字节，至多 24.0 字节',
  ],
])('a bound that %s breaks makes exit code 1 and is named', (id, change, sentence) => {
  expect(said(but(id, change))).toEqual([1, [`超出界限：${sentence}`]])
})

test('what is not installed breaks no bound', () => {
  expect(said(without('duckdb-1m'))).toEqual([0, []])
  expect(judge(without('duckdb-1m')).filter(({ figure }) => figure === undefined)).toHaveLength(1)
})

test('a figure that is no number keeps no bound', () => {
  expect(said(but('report', { milliseconds: [] }))[0]).toBe(1)
})

test('no two bounds are of the same name', () => {
  const names = bounds.map(({ measured, against }) => `${measured} ${against}`)
  expect(new Set(names).size).toBe(names.length)
})

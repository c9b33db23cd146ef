import { expect, test } from 'vitest'
import { benchmarksDocument } from './document.ts'
import { but, sampleResults, without } from './sample-results.ts'
import { screen } from './screen.ts'

test('the document says what the run found', async () => {
  await expect(benchmarksDocument(sampleResults)).toMatchFileSnapshot('golden/benchmarks.md')
})

test('the terminal shows the same tables', async () => {
  await expect(screen(sampleResults)).toMatchFileSnapshot('golden/benchmarks.txt')
})

test('the document says of a broken bound where the time goes', () => {
  expect(benchmarksDocument(but('report', { milliseconds: [500] }))).toMatch(
    /\n超出的：\n\n- report -o 统计表.xlsx，1000 行，对照「node -e 0」：剖析.+\n\n##/,
  )
  expect(benchmarksDocument(but('growth-10m', { milliseconds: [90_000] }))).toContain(
    '每多一行的时间，对照「10 万行到 100 万行」：还没有剖析。',
  )
})

test('the document counts what was broken and what could not be measured', () => {
  expect(benchmarksDocument(but('report', { milliseconds: [500] }))).toContain(
    '11 条界限，守住 10 条，超出 1 条。',
  )
  expect(benchmarksDocument(without('duckdb-1m'))).toContain('11 条界限，守住 10 条，未测 1 条。')
})

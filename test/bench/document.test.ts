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

test('the document counts what was broken and what could not be measured', () => {
  expect(benchmarksDocument(but('report', { milliseconds: [500] }))).toContain(
    '11 条界限，守住 10 条，超出 1 条。',
  )
  expect(benchmarksDocument(without('duckdb-1m'))).toContain('11 条界限，守住 10 条，未测 1 条。')
})

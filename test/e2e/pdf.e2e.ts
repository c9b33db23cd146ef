import { expect, test } from 'vitest'
import { printed } from '../tables/pdf-files.ts'
import { long, nilReturn, ordinary } from '../tables/samples.ts'
import { pdfPages, pdfWords } from './office.ts'
import { formLetters, lettersOf, misplaced } from './printed-form.ts'

test.each([
  { name: 'three pages of cases', statistics: long, least: 3 },
  { name: 'an ordinary return', statistics: ordinary, least: 1 },
  { name: 'a nil return', statistics: nilReturn, least: 1 },
])('another reader finds $name whole, with the heading on each page', async ({ statistics, least }) => {
  const { bytes, warnings } = await printed(statistics)
  const pages = await pdfPages(bytes)
  expect(pages.length).toBeGreaterThanOrEqual(least)
  expect(lettersOf(pages.join(''))).toBe(formLetters(statistics.table, pages.length))
  expect(pages.filter((text) => !text.includes('案件编号'))).toEqual([])
  expect(await misplaced(bytes, await pdfWords(bytes))).toEqual([])
  expect(warnings).toEqual([])
})

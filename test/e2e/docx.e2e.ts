import { expect, test } from 'vitest'
import { headingTexts } from '../../src/render/table/cells.ts'
import { tableOf } from '../tables/build.ts'
import { bureauForm, docxOf } from '../tables/docx-files.ts'
import { long, nilReturn, ordinary } from '../tables/samples.ts'
import { pdfPages, pdfWords, toPdf } from './office.ts'
import { formLetters, lettersOf, misplaced } from './printed-form.ts'

test.each([
  { name: 'three pages of cases', statistics: long, least: 3 },
  { name: 'an ordinary return', statistics: ordinary, least: 1 },
  { name: 'a nil return', statistics: nilReturn, least: 1 },
])('LibreOffice prints $name whole, with the heading on each page', async ({ statistics, least }) => {
  const pdf = await toPdf(await docxOf(statistics), 'docx')
  const pages = await pdfPages(pdf)
  expect(pages.length).toBeGreaterThanOrEqual(least)
  expect(lettersOf(pages.join(''))).toBe(formLetters(statistics.table, pages.length))
  expect(pages.filter((text) => !text.includes(headingTexts[2] ?? ''))).toEqual([])
  expect(await misplaced(pdf, await pdfWords(pdf))).toEqual([])
})

test.each([6, 7, 8, 9])('LibreOffice prints no note alone on a page behind %d cases', async (count) => {
  const table = tableOf({ 商标侵权: Array.from({ length: count }, () => ({ filed: '2024-03-05' })) })
  const pages = await pdfPages(await toPdf(await docxOf({ ...long, table }), 'docx'))
  expect(pages.filter((text) => !text.includes(headingTexts[2] ?? ''))).toEqual([])
})

test("LibreOffice prints a bureau's own form with its header, footnote and repeated headings", async () => {
  const pages = await pdfPages(await toPdf(await docxOf(long, bureauForm), 'docx'))
  const lacking = pages.filter(
    (text) => !['平顶山市知识产权执法统计', '案件明细', '内部资料'].every((words) => text.includes(words)),
  )
  expect([pages.length > 2, lacking]).toEqual([true, []])
  expect(pages[0]?.replace(/\s/g, '')).toContain('以2024年6月7日为准')
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printHtml } from './chromium.ts'
import { pdfPageSizes, pdfPages, pdfWords } from './office.ts'

const pointsPerMillimetre = 72 / 25.4

/** 14 mm on either side of a page that lies on its side. */
const [left, right] = [14, 297 - 14].map((edge) => edge * pointsPerMillimetre)

test('the rounds of an archive print on pages that lie on their side, charts and tables whole', async () => {
  const pdf = await printHtml(readFileSync('test/trend/golden/trend.html', 'utf8'))
  for (const size of await pdfPageSizes(pdf)) {
    expect(size.map((points) => Math.round(points / pointsPerMillimetre))).toEqual([297, 210])
  }
  const words = await pdfWords(pdf)
  expect(words.filter((word) => word.left < (left ?? 0) - 1 || word.right > (right ?? 0) + 1)).toEqual([])
  const text = (await pdfPages(pdf)).join('\n').replace(/\s/g, '')
  for (const heading of ['各期的报送和统计期间', '趋势图', '各单位', '同比：2025-06期与2024-06期']) {
    expect(text).toContain(heading)
  }
  expect(text.match(/立案（累计）/g)).toHaveLength(13)
})

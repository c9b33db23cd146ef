import { expect, test, vi } from 'vitest'
import { headingTexts, tableLines, urlText } from '../../src/render/table/cells.ts'
import { page as sheet } from '../../src/render/table/page.ts'
import { type RowParts, tableOf } from './build.ts'
import { millimetre, pdfDump, printed, readPdf, tableOn } from './pdf-files.ts'
import { hostile, nilReturn, ordinary } from './samples.ts'

const samples = { ordinary, nil: nilReturn, hostile }

/** As paper shows it: no blanks, nothing without a shape, the code of what no font has. */
function onPaper(text: string): string {
  return text
    .replace(/\s|\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[𠮷👨👩👧␛␇␦]/gu, (character) => `[U+${character.codePointAt(0)?.toString(16).toUpperCase()}]`)
}

const manyRows: readonly RowParts[] = Array.from({ length: 30 }, (_, index) => ({
  caseNumber: `朝凌市监处罚〔2024〕${index + 1}号`,
  filed: '2024-03-05',
  closed: '2024-05-06',
  outcome: '行政处罚',
  published: '是',
  links: [`https://scjg.example.gov.cn/xzcf/2024/t${index}.html`],
  remark: '首违不罚，依法不予公开；'.repeat(index % 5),
}))

const long = { ...ordinary, table: tableOf({ 商标侵权: manyRows }) }

test.each(Object.entries(samples))(
  'the printed %s sample reads as its golden text',
  async (name, statistics) => {
    const { bytes } = await printed(statistics)
    await expect(pdfDump(await readPdf(bytes))).toMatchFileSnapshot(`golden/${name}.pdf.txt`)
  },
)

test.each(Object.entries({ ...samples, long }))(
  'no cell of the %s sample changes on its way to paper',
  async (_, statistics) => {
    const pages = await readPdf((await printed(statistics)).bytes)
    const rows = pages.flatMap((page) => tableOn(page).rows)
    const expected = tableLines(statistics.table).map((line) =>
      line.kind === 'nil' ? [line.text] : line.cells.map(onPaper),
    )
    const inColumns = rows.map((row) => (row.join('') === '本期无案件' ? [row.join('')] : row))
    expect(inColumns).toEqual(expected)
  },
)

test('the heading stands on every page, and every page says which of how many it is', async () => {
  const pages = await readPdf((await printed(long)).bytes)
  expect(pages.length).toBeGreaterThan(2)
  expect(pages.map((page) => tableOn(page).heading)).toEqual(pages.map(() => [headingTexts]))
  expect(pages.map(({ texts }) => texts.slice(-2).map(({ text }) => text))).toEqual(
    pages.map((_, index) => [`第 ${index + 1} 页`, `共 ${pages.length} 页`]),
  )
})

test('every page is A4 on its side, and nothing stands in its margins but the page number', async () => {
  for (const { width, height, texts } of await readPdf((await printed(long)).bytes)) {
    expect([width, height].map((points) => Math.round(points / millimetre))).toEqual([297, 210])
    const outside = texts.filter(
      ({ left, width, top }) =>
        left < sheet.left * millimetre - 0.01 ||
        left + width > (sheet.width - sheet.right) * millimetre + 0.01 ||
        top > (sheet.height - sheet.bottom) * millimetre,
    )
    expect(outside.map(({ text }) => text)).toEqual(texts.slice(-2).map(({ text }) => text))
  }
})

test('no page begins in the middle of a row, and the note is not alone on one', async () => {
  const pages = await readPdf((await printed(long)).bytes)
  expect(pages.map((page) => tableOn(page).rows[0]?.[1])).toEqual(
    pages.map(() => expect.stringMatching(/.+/)),
  )
})

test('a row higher than a page goes on under the next heading', async () => {
  const remark = '经双方当事人同意，已达成调解协议。'.repeat(60)
  const table = tableOf({ 专利纠纷调解: [{ caseNumber: '朝凌市监知调字〔2024〕1号', remark }] })
  const pages = await readPdf((await printed({ ...ordinary, table })).bytes)
  const rows = pages.flatMap((page) => tableOn(page).rows)
  expect(rows.map((row) => row[8]).join('')).toBe(remark)
  expect(rows.filter((row) => row[2] !== '' && row[2] !== '无')).toHaveLength(1)
})

test('no printed line begins with a closing mark', async () => {
  const texts = (await readPdf((await printed(long)).bytes)).flatMap((page) => page.texts)
  expect(texts.filter(({ text }) => /^[，。；：、！？）〕》”]/.test(text))).toEqual([])
})

test('every line of an address opens it, and words beside it open nothing', async () => {
  const links = ['https://a.example/b?c=甲&d=1', 'javascript:alert(1)']
  const row = { links, linkWords: ['国家企业信用信息公示系统'] }
  const [page] = await readPdf((await printed({ ...ordinary, table: tableOf({ 假冒专利: [row] }) })).bytes)
  expect(new Set(page?.links.map(({ url }) => url))).toEqual(new Set(['https://a.example/b?c=%E7%94%B2&d=1']))
  const linked = page?.texts.filter(({ text }) =>
    urlText({ links: [links[0] ?? ''], linkWords: [] })?.includes(text),
  )
  expect(linked?.length).toBeGreaterThanOrEqual(page?.links.length ?? 0)
})

const longLink = `https://www.example.gov.cn/xzcf?uuid=${'8f14e45fceea167a'.repeat(8)}&id=`

test('thirty cases with links of 172 characters take four pages at most, each link one place to click', async () => {
  const rows = manyRows.map((row, index) => ({
    ...row,
    remark: null,
    links: [`${longLink}${index + 1}`.padEnd(172, '0')],
  }))
  const table = tableOf({ 商标侵权: rows })
  const pages = await readPdf((await printed({ ...ordinary, table })).bytes)
  expect(pages.length).toBeLessThanOrEqual(4)
  expect(pages.flatMap(({ links }) => links.map(({ url }) => url))).toEqual(
    rows.flatMap(({ links }) => links),
  )
})

test('several links stand on a line each', async () => {
  const links = ['https://a.example/1', 'https://b.example/2']
  const table = tableOf({ 假冒专利: [{ links, linkWords: ['国家企业信用信息公示系统'] }] })
  const [page] = await readPdf((await printed({ ...ordinary, table })).bytes)
  const lines = page?.texts.map(({ text }) => text).filter((text) => /example|公示系统/.test(text))
  expect(lines).toEqual(['https://a.example/1；', 'https://b.example/2；', '国家企业信用信息公示系统'])
})

test('附件 begins the first line, and the title stands in the third', async () => {
  const [page] = await readPdf((await printed(ordinary)).bytes)
  const [label, title] = page?.texts ?? []
  expect([label?.text, title?.text]).toEqual(['附件', ordinary.table.title])
  expect(label?.left).toBeCloseTo(sheet.left * millimetre)
  const lines = ((title?.top ?? 0) - (label?.top ?? 0)) / (16 * 1.3)
  expect(Math.round(lines)).toBe(2)
})

test('the same table gives the same bytes in every time zone', async () => {
  const files: string[] = []
  for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
    vi.stubEnv('TZ', zone)
    files.push(Buffer.from((await printed(ordinary)).bytes).toString('base64'))
  }
  vi.unstubAllEnvs()
  expect(new Set(files).size).toBe(1)
})

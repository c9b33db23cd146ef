import { unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { descendants, parseXml } from '../../src/office/xml-tree.ts'
import { tableLines } from '../../src/render/table/cells.ts'
import { tableOf } from './build.ts'
import { docxDump, linksIn, openDocx, tableTexts } from './docx-dump.ts'
import { docxOf, ourForm } from './docx-files.ts'
import { hostile, nilReturn, ordinary } from './samples.ts'

const samples = { ordinary, nil: nilReturn, hostile }

test.each(Object.entries(samples))(
  'the Word form of the %s sample reads as its golden text',
  async (name, statistics) => {
    await expect(docxDump(await docxOf(statistics))).toMatchFileSnapshot(`golden/${name}.docx.txt`)
  },
)

test.each(Object.entries(samples))(
  'no cell of the %s sample changes on its way into Word',
  async (_, statistics) => {
    const [, ...rows] = tableTexts(openDocx(await docxOf(statistics)))
    expect(rows).toEqual(
      tableLines(statistics.table).map((line) => (line.kind === 'nil' ? [line.text] : line.cells)),
    )
  },
)

test('the same table gives the same bytes in every time zone', async () => {
  const files: string[] = []
  for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
    vi.stubEnv('TZ', zone)
    files.push(Buffer.from(await docxOf(ordinary)).toString('base64'))
  }
  vi.unstubAllEnvs()
  expect(new Set(files).size).toBe(1)
})

test('only http and https addresses that Word accepts become links', async () => {
  const long = `https://a.example/${'x'.repeat(2100)}`
  const links = [
    'https://a.example/b?c=1&d=甲',
    'javascript:alert(1)',
    'https://a.example/\u001b',
    'http://',
    long,
  ]
  const table = tableOf({ 假冒专利: [{ links, linkWords: ['国家企业信用信息公示系统'] }] })
  const document = openDocx(await docxOf({ ...ordinary, table }))
  expect(linksIn(document)).toEqual([['https://a.example/b?c=1&d=甲', 'https://a.example/b?c=1&d=%E7%94%B2']])
})

test('an address that stands in several rows is one relationship', async () => {
  const row = { links: ['https://a.example/'] }
  const document = openDocx(await docxOf({ ...ordinary, table: tableOf({ 假冒专利: [row, row] }) }))
  expect([linksIn(document).length, document.links.size]).toEqual([2, 1])
})

test('a form without a label has no line for it', async () => {
  const table = tableOf({}, { label: null })
  expect(docxDump(await docxOf({ ...ordinary, table })).split('\n')[0]).toBe(
    '[pStyle val=Title] 知识产权行政案件统计表',
  )
})

test('every part is whole XML and every font has its East-Asian slot', async () => {
  const parts = Object.entries(unzipSync(await docxOf(ordinary)) ?? {})
  expect(parts.filter(([, bytes]) => parseXml(bytes) === undefined)).toEqual([])
  const styles = parseXml(unzipSync(ourForm)?.['word/styles.xml'] ?? new Uint8Array())
  const fonts = styles === undefined ? [] : [...descendants(styles, 'w:rFonts')]
  expect(fonts.map(({ attributes }) => attributes['w:eastAsia'])).toEqual([
    '仿宋',
    '黑体',
    '方正小标宋简体',
    '黑体',
    '宋体',
  ])
})

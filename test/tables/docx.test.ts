import { unzipSync } from 'fflate'
import { expect, test, vi } from 'vitest'
import { descendants, parseXml } from '../../src/office/xml-tree.ts'
import { zipped } from '../../src/office/zip.ts'
import { tableLines } from '../../src/render/table/cells.ts'
import { tableOf } from './build.ts'
import { docxDump, linksIn, openDocx, tableTexts } from './docx-dump.ts'
import { docxOf, docxRefusal, edited, ourForm } from './docx-files.ts'
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

const table = (xml: string): string => /<w:tbl>.*<\/w:tbl>/s.exec(xml)?.[0] ?? ''
const without = (name: string) => (xml: string) => xml.replace(`{{${name}}}`, '')
const replaced = (from: string, to: string) => (xml: string) => xml.replace(from, to)
const around = (before: string, after: string) => (xml: string) =>
  xml.replace(/<w:r>(?:(?!<w:r>).)*\{\{案件编号\}\}<\/w:t><\/w:r>/s, (run) => `${before}${run}${after}`)

test.each([
  ['without 备注', without('备注'), '模板缺少标记：{{备注}}'],
  [
    'without 单位 and 时间',
    (xml: string) => without('时间')(without('单位')(xml)),
    '模板缺少标记：{{单位}}、{{时间}}',
  ],
  ['with a misspelt marker', replaced('{{案件编号}}', '{{案件编码}}'), '模板中有不认识的标记：{{案件编码}}'],
  ['with an empty marker', replaced('{{注}}', '{{ }}'), '模板中有不认识的标记：{{}}'],
  ['with a column outside the table', replaced('{{注}}', '{{备注}}'), '模板的标记 {{备注}} 不在正文的表格里'],
  [
    'with its columns in two rows',
    replaced('>序号<', '>{{序号}}<'),
    '模板的标记 {{序号}} 与其他栏目的标记不在同一行',
  ],
  [
    'with the case row in two tables',
    (xml: string) => xml.replace(table(xml), `${table(xml)}<w:p/>${table(xml)}`),
    '模板的标记 {{序号}} 与其他栏目的标记不在同一行',
  ],
  [
    'with cells merged downwards',
    replaced(
      '<w:tcW w:w="567" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="FormCell"/>',
      '<w:tcW w:w="567" w:type="dxa"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="FormCell"/>',
    ),
    '模板中写标记的那一行有上下合并的单元格，无法逐案重复',
  ],
  ['with a marker in a link', around('<w:hyperlink>', '</w:hyperlink>'), '{{案件编号}} 写在域'],
  ['with a marker in a revision', around('<w:ins>', '</w:ins>'), '{{案件编号}} 写在域'],
  [
    'with a marker in a field',
    around('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    '{{案件编号}} 写在域',
  ],
  [
    'with a marker in a control bound to data',
    around('<w:sdt><w:sdtPr><w:dataBinding/></w:sdtPr><w:sdtContent>', '</w:sdtContent></w:sdt>'),
    '{{案件编号}} 写在域',
  ],
  [
    'in strict Open XML',
    replaced(
      'schemas.openxmlformats.org/wordprocessingml/2006/main',
      'purl.oclc.org/ooxml/wordprocessingml/main',
    ),
    '少见的 Word 写法',
  ],
  ['that is cut short', (xml: string) => xml.slice(0, -20), '不是 Word 文档'],
])('a template %s is refused with the reason', async (_, change, reason) => {
  const refusal = await docxRefusal(ordinary, edited(ourForm, change))
  expect(refusal?.message).toContain(reason)
  expect(refusal?.remedy).toMatch(/^请/)
})

test.each([
  ['text', new TextEncoder().encode('案件编号')],
  ['an old .doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
  ['another zip', zipped({ 'a.txt': new Uint8Array(3) })],
  [
    'a macro document',
    edited(
      ourForm,
      replaced(
        'openxmlformats-officedocument.wordprocessingml.document.main',
        'ms-word.document.macroEnabled.main',
      ),
      '[Content_Types].xml',
    ),
  ],
])('%s is no Word template', async (_, template) => {
  expect((await docxRefusal(ordinary, template))?.message).toBe(
    '模板不是 Word 文档（.docx），或文件已损坏、加密',
  )
})

test('a signed template is refused, because filling would break its signature', async () => {
  const signed = zipped({ ...unzipSync(ourForm), '_xmlsignatures/sig1.xml': new Uint8Array(1) })
  expect((await docxRefusal(ordinary, signed))?.message).toBe('模板带有数字签名，填写后签名会失效')
})
